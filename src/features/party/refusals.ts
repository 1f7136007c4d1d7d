import { limits } from '@contract/limits'
import { wordsOf, type Words } from '@/services/messages'
import type { Failure, FailureCode } from '@/services/replies'
import { sayMinutes } from './words'

const { checkInFromMinutes, checkOutGraceMinutes, correctionDays } = limits.party

/** Codes that mean something else at an activity than at a meeting. */
const atActivity: Partial<Record<FailureCode, Words>> = {
  FORBIDDEN: { what: '还没有报到', todo: '先办「党员双报到」，社区核对后就能参加' },
  CALLED_OFF: { what: '这场活动取消了', todo: '页面上写着原因。看看这个月别的活动' },
  FULL: { what: '名额满了', todo: '看看这个月别的活动；有人取消时还能再报' },
  CHECK_IN_CODE_WRONG: { what: '这不是签到签退的码', todo: '请对准活动现场屏幕上的二维码再扫' },
  CHECK_IN_CODE_OUTDATED: { what: '码过期了', todo: '现场的码每 30 秒换一次，请再扫一次新的' },
  NOT_CHECK_IN_TIME: {
    what: '现在不能签',
    todo: `开始前 ${sayMinutes(checkInFromMinutes)}起签到，结束后 ${sayMinutes(checkOutGraceMinutes)}内签退。错过了，请现场工作人员登记`,
  },
  ALREADY_CHECKED_IN: { what: '已经签过到了', todo: '结束时再扫签退码就好' },
}

const forStaff: Partial<Record<FailureCode, Words>> = {
  NOT_CHECK_IN_TIME: {
    what: '现在不能登记',
    todo: `开始前 ${sayMinutes(checkInFromMinutes)}起可以登记签到；结束 ${correctionDays} 天以后，时长不能再改`,
  },
  DATES_OUT_OF_ORDER: { what: '时间先后不对', todo: '结束要晚于开始，而且都在今后' },
  ACTIVITY_OVER: { what: '这场活动已经结束', todo: '结束的活动不能再改，也不能取消' },
  CALLED_OFF: { what: '这场活动取消了', todo: '取消的活动不能再改' },
}

/** What a member reads. */
export const activityWords = (failure: Failure): Words => atActivity[failure.code] ?? wordsOf(failure)

/** What the community's workers read. */
export const staffWords = (failure: Failure): Words => forStaff[failure.code] ?? wordsOf(failure)

/** Both halves in one line. */
export const oneLine = ({ what, todo }: Words): string => `${what}。${todo}`
