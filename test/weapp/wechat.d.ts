/** What WeChat runs a page as; functions handed to `evaluate` see it. */
interface WeChatPage {
  data: { root?: unknown }
  /** Counted by test/weapp/server/phone.js. */
  tally?: { calls: number; largestBytes: number }
  setData(data: object): void
}

declare function getCurrentPages(): WeChatPage[]
