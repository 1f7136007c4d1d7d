import type { Output } from '@contract/index'

export type Asking = Output<'desk.scan'>
export type MyDesk = Output<'desk.mine'>['desks'][number]
type Browser = Pick<Asking, 'browser' | 'system'>

const browserWords: Record<Asking['browser'], string> = {
  chrome: 'Chrome 浏览器',
  edge: 'Edge 浏览器',
  firefox: '火狐浏览器',
  safari: 'Safari 浏览器',
  wechat: '微信',
  qq: 'QQ 浏览器',
  360: '360 浏览器',
  other: '浏览器',
}

const systemWords: Record<Asking['system'], string> = {
  windows: 'Windows 电脑',
  mac: '苹果电脑',
  linux: 'Linux 电脑',
  phone: '手机或平板',
  other: '电脑',
}

/** Windows 电脑 · Edge 浏览器 */
export const sayBrowser = ({ browser, system }: Browser): string =>
  `${systemWords[system]} · ${browserWords[browser]}`

/** A duty in words: not 社区 twice in 平安里社区工作人员. */
export const postOf = (placeName: string, roleName: string): string =>
  placeName.endsWith(roleName.slice(0, 2)) ? placeName + roleName.slice(2) : placeName + roleName

/** The first that fits: most browsers say that they are Chrome and Safari as well. */
const browserMarks: readonly (readonly [Asking['browser'], RegExp])[] = [
  ['wechat', /MicroMessenger/],
  ['360', /QihooBrowser|360(SE|EE)/],
  ['qq', /QQBrowser/],
  ['edge', /Edg\//],
  ['firefox', /Firefox\//],
  ['chrome', /Chrome\//],
  ['safari', /Safari\//],
]

const systemMarks: readonly (readonly [Asking['system'], RegExp])[] = [
  ['phone', /Android|iPhone|iPad|HarmonyOS|OpenHarmony/],
  ['windows', /Windows/],
  ['mac', /Mac OS X/],
  ['linux', /Linux/],
]

/** What a browser says of itself, as one of the choices that a phone is shown. */
export const browserOf = (userAgent: string): Browser => ({
  browser: browserMarks.find(([, mark]) => mark.test(userAgent))?.[0] ?? 'other',
  system: systemMarks.find(([, mark]) => mark.test(userAgent))?.[0] ?? 'other',
})
