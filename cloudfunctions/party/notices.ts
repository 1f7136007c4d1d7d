import { notify } from '../inbox/post'
import { alsoByWechat } from '../inbox/rules'
import type { Move } from '../kit/moves'
import { chinaSpan } from '../kit/time'
import type { Tx } from '../kit/transact'
import type { ActivityFacts, Participation, Registration } from './store'

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
  participation: Participation,
  event: keyof typeof happened,
  at: string,
  day?: string,
): Promise<void> =>
  // A reminder is of a day: the activity can be moved to another.
  tell(
    tx,
    participation,
    happened[event],
    `${event} ${participation._id} ${day ?? participation.revision}`,
    at,
  )

/** Tells somebody of another time or place of an activity. The place stands on its page alone. Three round trips. */
export const tellMove = (
  tx: Tx,
  participation: Participation,
  activity: ActivityFacts,
  before: Move,
  at: string,
): Promise<void> =>
  tell(tx, participation, wordsOfMove(activity, before), `move ${participation._id} ${before.version}`, at)

const tell = (
  tx: Tx,
  { memberId, activityId }: Participation,
  words: { title: string; text: string },
  event: string,
  at: string,
): Promise<void> =>
  notify(tx, {
    ...words,
    memberId,
    target: { kind: 'activity', id: activityId },
    event,
    at,
    wechat: alsoByWechat('party', at),
  })

function wordsOfMove(activity: ActivityFacts, before: Move): { title: string; text: string } {
  const [old, now] = [chinaSpan(before), chinaSpan(activity)]
  if (old === now) return { title: '你报名的活动换了地点', text: `时间不变，还是 ${now}。点开看新地点。` }
  const place = before.venue === activity.venue ? '地点不变' : '地点也换了'
  return { title: '你报名的活动改了时间', text: `原定 ${old}，改到 ${now}，${place}。点开看看。` }
}
