/** What the device asks for. */
export interface SystemLook {
  dark: boolean
  /** WeChat's own font setting is above normal. */
  largeFont: boolean
}

const darkQuery = '(prefers-color-scheme: dark)'

export const readSystemLook = (): SystemLook => ({ dark: matchMedia(darkQuery).matches, largeFont: false })

export const watchSystemLook = (tell: (look: SystemLook) => void): void =>
  matchMedia(darkQuery).addListener(() => tell(readSystemLook()))

/** Puts the mode on the document, so that the ground behind the page follows too. */
export const paintRoot = (classes: string, dark: boolean): void => {
  document.documentElement.className = classes
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
}
