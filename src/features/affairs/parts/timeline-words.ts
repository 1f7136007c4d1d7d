import type { TimelineRow } from './case-types'

const words: Record<TimelineRow['event'], (by: string) => string> = {
  submit: (by) => `${by}提交`,
  accept: (by) => `${by}受理了`,
  dispatch: (by) => `${by}安排人去办`,
  sendBack: (by) => `${by}退回，由社区重新安排`,
  escalate: (by) => `${by}上报街道，由街道来办`,
  answer: (by) => `${by}答复`,
  refuse: (by) => `${by}说明不能办理的原因`,
  rate: (by) => `${by}作了评价`,
  reopen: (by) => `${by}要求重新办理`,
  withdraw: (by) => `${by}撤回`,
  lapse: () => '到期没有评价，自动结束',
}

/** A row of the timeline as one sentence. */
export const eventWords = ({ event, by }: Pick<TimelineRow, 'event' | 'by'>): string =>
  words[event](by === '您' ? '你' : by)
