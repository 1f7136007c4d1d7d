import Taro from '@tarojs/taro'

/** The page on the screen, as `tabs` spells it. */
export const currentTab = (): string => {
  const page = Taro.getCurrentPages().at(-1)
  return (page?.route ?? '').replace(/^\//, '').replace(/\?.*$/, '')
}
