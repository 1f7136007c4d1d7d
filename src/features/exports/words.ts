import type { Output } from '@contract/index'
import type { ChipTone } from '@/ui/chip'

/** An export as its page knows it. */
export type Export = Output<'exports.ask'>

/** What can be exported, in the order of the form. */
export const kindWords: Record<Export['kind'], string> = {
  households: '居民花名册',
  cases: '诉求',
  signUps: '报名签到',
  participations: '活动时长',
  redemptions: '兑换领取',
  items: '商品库存',
}

/** What is in it, below the choice. */
export const kindNotes: Record<Export['kind'], string> = {
  households: '楼栋、单元、房号、姓名、手机',
  cases: '编号、类别、地点、内容、期限、结果、满意',
  signUps: '一场会的报名、候补和签到',
  participations: '一场活动的签到、签退、分钟和积分。姓名只显示一部分，不含支部和住址',
  redemptions: '一个月里换了什么、领了没有',
  items: '现在的库存、待领取和价格',
}

export const stateWords: Record<Export['state'], string> = {
  asked: '还没开始',
  building: '没做完',
  ready: '做好了',
  fetched: '取过了',
  expired: '已删除',
  failed: '没做成',
}

export const stateTones: Record<Export['state'], ChipTone> = {
  asked: 'warn',
  building: 'warn',
  ready: 'accent',
  fetched: 'plain',
  expired: 'plain',
  failed: 'bad',
}
