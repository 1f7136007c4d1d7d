/** In WeChat everybody is signed in by WeChat. */
export const canSignIn = false

export const openSignIn = (): void => undefined

export const openDeskSignIn: (() => void) | null = null

export const leave = async (): Promise<void> => undefined
