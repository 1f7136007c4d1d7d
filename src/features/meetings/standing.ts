import { limits } from '@contract/limits'
import { isDoorOpen } from './acts'
import { isOver, mineWords, type Meeting, type SignUp } from './words'

/** How somebody stands to a meeting, and what happens next. */
export interface Standing {
  title: string
  /** Empty where there is nothing more to say. */
  next: string
}

/** Of a sign-up in any state but an offer, whose time runs. */
export const standingOf = (meeting: Meeting, signUp: SignUp, now = Date.now()): Standing => {
  const { state, position, timeline } = signUp
  const over = isOver(meeting, now)
  const again = meeting.may.includes('signUp') ? '想来的话可以再报名。' : ''
  switch (state) {
    case 'attended':
      return { title: mineWords.attended.text, next: '谢谢你来。会后的纪要会放在这一页。' }
    case 'lapsed':
      return { title: mineWords.lapsed.text, next: `留座的时间过了。${again}` }
    case 'cancelled':
      return { title: mineWords.cancelled.text, next: timeline.at(-1)?.note || again }
    case 'waiting':
      return over
        ? { title: '已结束，没有轮到你', next: '这场坐满了，看看下一场。' }
        : {
            title: position === null ? mineWords.waiting.text : `候补第 ${position} 位`,
            next: waitingNext(meeting, now),
          }
    default:
      return over
        ? { title: '已结束，没有签到', next: '来过的话，散会后一天内可以请工作人员补签到。' }
        : { title: mineWords[state].text, next: seatedNext(meeting, now) }
  }
}

const waitingNext = ({ startsAt }: Meeting, now: number): string =>
  now < Date.parse(startsAt) - limits.meeting.offersEndMinutes * 60_000
    ? '有人取消就轮到你，会在「消息」里告诉你。'
    : '不再递补了。到会场问问工作人员，有空座就能进。'

const seatedNext = (meeting: Meeting, now: number): string =>
  isDoorOpen(meeting, now)
    ? '到了会场，扫屏幕上的二维码签到，或给工作人员看你的签到码。'
    : '到时候来就行，开会前 1 小时开始签到。来不了请早点取消，把座位让给邻居。'
