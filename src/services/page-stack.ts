import Taro from '@tarojs/taro'

/** So many pages lie on each other in WeChat; an eleventh is not opened. Source: its documentation of wx.navigateTo. */
const mostPages = 10

/** Whether WeChat would not open another page. */
export const isStackFull = (): boolean => Taro.getCurrentPages().length >= mostPages

/**
 * Where a page lies that is open already.
 * @param path with a leading slash
 * @returns how many pages lie on top of it (0: it is the one that is seen), or null when it is not open
 */
export const pagesOnTopOf = (path: string, query: Record<string, string>): number | null => {
  const above = [...(Taro.getCurrentPages() as StackedPage[])].reverse()
  const steps = above.findIndex(
    (page) => `/${page.route?.replace(/^\//, '')}` === path && isAskedFor(page, query),
  )
  return steps < 0 ? null : steps
}

/** A page as Taro keeps it, in WeChat and in a browser: its own marks among the parameters begin with $ or are the stamp. */
interface StackedPage {
  route?: string
  $taroParams?: Record<string, unknown>
}

const isAskedFor = ({ $taroParams = {} }: StackedPage, query: Record<string, string>): boolean => {
  const names = Object.keys($taroParams).filter((name) => !name.startsWith('$') && name !== 'stamp')
  return (
    names.length === Object.keys(query).length &&
    Object.entries(query).every(([name, value]) =>
      // A browser hands the value over decoded, WeChat as it stands in the address.
      [value, encodeURIComponent(value)].includes(String($taroParams[name])),
    )
  )
}
