import { notify } from '../inbox/post'
import { alsoByWechat } from '../inbox/rules'
import type { Tx } from '../kit/transact'
import type { Participation, Registration } from './store'

/**
 * Every text here may be read over a shoulder, and may go out by WeChat: none says that it is about the Party, not
 * even by the title of an activity. What it is about stands on the page that it leads to.
 */
const decided = {
  verify: { title: '你的申请有结果了', text: '点开看看。' },
  refuse: { title: '你的申请有结果了', text: '点开看看。' },
  end: { title: '你的登记有变动', text: '点开看看。' },
}

/** Tells somebody that staff decided on a registration. Three round trips. */
export const tellDecision = (
  tx: Tx,
  { _id, memberId, timeline }: Registration,
  event: keyof typeof decided,
  at: string,
): Promise<void> =>
  notify(tx, {
    ...decided[event],
    memberId,
    target: { kind: 'registration', id: _id },
    event: `${event} ${_id} ${timeline.length}`,
    at,
    wechat: alsoByWechat('party', at),
  })

const happened = {
  callOff: { title: '你报名的活动取消了', text: '点开看原因。' },
  closeOut: {
    title: '服务时长记好了',
    text: '没有扫签退码，先按 30 分钟算。点开看看，不对请找社区工作人员改。',
  },
  today: { title: '你报名的活动是今天', text: '点开看时间和地点。' },
  tomorrow: { title: '你报名的活动是明天', text: '点开看时间和地点。' },
  correct: { title: '一次服务的时长改了', text: '点开看原因和积分。' },
}

/**
 * Tells somebody what others did to their part in an activity, or on which day it is. Three round trips.
 * @param day of a reminder
 */
export const tellPart = (
  tx: Tx,
  { _id, memberId, activityId, revision }: Participation,
  event: keyof typeof happened,
  at: string,
  day?: string,
): Promise<void> =>
  notify(tx, {
    ...happened[event],
    memberId,
    target: { kind: 'activity', id: activityId },
    // A reminder is of a day: the activity can be moved to another.
    event: `${event} ${_id} ${day ?? revision}`,
    at,
    wechat: alsoByWechat('party', at),
  })
