import type { Output } from '@contract/index'
import type { IconName } from '@/ui/icon-names'

export type Application = Output<'party.applications'>['applications'][number]

/** What staff do with an application or a registration. */
export type ApplicationAct = 'verify' | 'refuse' | 'end'

interface Match {
  icon: IconName
  tone: 'good' | 'unsure' | 'none'
  words: string
}

/** What the branch roster says, in words and by a shape; the colour only repeats it. */
export const matchOf = ({ match, branch, rosterBranch }: Application): Match => {
  if (match === 'match') {
    return rosterBranch && rosterBranch !== branch
      ? {
          icon: 'circle-alert',
          tone: 'unsure',
          words: `姓名和手机都在名册上，名册写的支部是「${rosterBranch}」`,
        }
      : { icon: 'circle-check', tone: 'good', words: '和支部名册一样：姓名、手机都对得上' }
  }
  return match === 'name_differs'
    ? { icon: 'circle-alert', tone: 'unsure', words: '名册上有这个手机号，但不是这个姓名' }
    : { icon: 'x', tone: 'none', words: '名册上没有这个手机号' }
}

interface ActWords {
  title: string
  yes: string
  done: string
  /** What will come of it. */
  note: string
  /** The usual reasons, the first is proposed; none where no reason is asked for. */
  reasons: readonly string[]
}

/** How each act is called. */
export const actWords: Record<ApplicationAct, ActWords> = {
  verify: {
    title: '通过报到？',
    yes: '通过',
    done: '已通过，本人会收到消息',
    note: '通过以后，他能看到并参加社区的活动。',
    reasons: [],
  },
  refuse: {
    title: '不通过？',
    yes: '不通过',
    done: '已退回，本人会看到原因',
    note: '本人会看到原因，改好了可以再报。填的支部和手机号会删掉。',
    reasons: ['名册上没有找到', '姓名和名册不一样', '支部写得不清楚'],
  },
  end: {
    title: '结束报到？',
    yes: '结束报到',
    done: '已结束，本人会收到消息',
    note: '填的支部和手机号会删掉，记好的服务和积分还在。',
    reasons: ['搬走了', '组织关系转出', '本人说不参加了'],
  },
}
