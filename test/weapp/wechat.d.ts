/** What WeChat runs a page as; functions handed to `evaluate` see it. */
interface WeChatPage {
  data: { root?: unknown }
  /** Counted by test/weapp/server/phone.js. */
  tally?: { calls: number; largestBytes: number }
  setData(data: object): void
  onShareAppMessage?(from: object): { title: string; path: string; imageUrl: string }
}

declare function getCurrentPages(): WeChatPage[]

/** Of the phone that test/weapp/server/phone.js plays. */
declare const wx: { newVersion(): { ready(): void; applied: boolean } }
