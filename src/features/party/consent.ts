import { limits } from '@contract/limits'

/** What somebody agrees to: a question and its answer each. */
type Text = readonly { asks: string; says: string }[]

/**
 * Every text that was ever agreed to, by its number. A changed text gets a new number, so that a consent names what
 * was read.
 */
const texts: Record<typeof limits.party.consentVersion, Text> = {
  1: [
    { asks: '为什么要填', says: '核对你是党员，把你算进社区能出力的人里，参加的服务才能记时长。' },
    {
      asks: '留下什么',
      says: '你的姓名、所在支部和手机号。手机号不存原号，只用来对支部名册，页面上也只显示头三位和末四位。',
    },
    {
      asks: '谁看得到',
      says: '你自己，和本社区负责核对的工作人员。邻居、物业、别的社区都看不到。活动现场的名单只写姓。',
    },
    {
      asks: '怎么收回',
      says: '随时在这一页撤回或结束报到，支部和手机号马上删掉。记好的服务和积分还是你的。',
    },
  ],
}

/** The text in force. */
export const consentText: Text = texts[limits.party.consentVersion]
