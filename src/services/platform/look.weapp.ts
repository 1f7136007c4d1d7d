import Taro from '@tarojs/taro'

/** What the device asks for. */
export interface SystemLook {
  dark: boolean
  /** WeChat's own font setting is above normal. */
  largeFont: boolean
}

/** WeChat's font setting, px of normal text; 16 is its normal step. */
const normalFontSize = 16

export const readSystemLook = (): SystemLook => {
  const { theme, fontSizeSetting } = Taro.getAppBaseInfo() as {
    theme?: string
    fontSizeSetting?: number
  }
  return { dark: theme === 'dark', largeFont: (fontSizeSetting ?? normalFontSize) > normalFontSize }
}

export const watchSystemLook = (tell: (look: SystemLook) => void): void =>
  Taro.onThemeChange(() => tell(readSystemLook()))

/** WeChat draws the bar at the top; the page's own root View carries the classes. */
export const paintRoot = (_classes: string, dark: boolean): void => {
  const backgroundColor = dark ? '#111316' : '#f3f4f6'
  const ignored = () => undefined
  Taro.setNavigationBarColor({ frontColor: dark ? '#ffffff' : '#000000', backgroundColor }).catch(ignored)
  Taro.setBackgroundColor({ backgroundColor }).catch(ignored)
}
