import type { Output } from '@contract/index'
import type { IconName } from '@/ui/icon-names'

export type Request = Output<'residency.requests'>['requests'][number]

/** What staff do with a request. */
export type RequestAct = 'verify' | 'refuse'

interface Match {
  icon: IconName
  tone: 'good' | 'unsure' | 'none'
  words: string
}

/** What the roster says, in words and by a shape; the colour only repeats it. */
export const matchOf = ({ state, roster }: Pick<Request, 'state' | 'roster'>): Match => {
  const same = roster.some(({ sameName, samePhone }) => sameName && samePhone)
  if (same) return { icon: 'circle-check', tone: 'good', words: '和花名册一样：姓名、手机都对得上' }
  if (state === 'matched')
    return { icon: 'circle-alert', tone: 'unsure', words: '交的时候对得上，花名册后来改过' }
  if (roster.length === 0) return { icon: 'x', tone: 'none', words: '花名册上没有这一户' }
  if (roster.some(({ sameName }) => sameName))
    return { icon: 'circle-alert', tone: 'unsure', words: '花名册上有这个人，手机号不一样' }
  if (roster.some(({ samePhone }) => samePhone))
    return { icon: 'circle-alert', tone: 'unsure', words: '花名册上有这个手机号，姓名不一样' }
  return { icon: 'x', tone: 'none', words: '花名册上这一户没有这个人' }
}

/** 张桂兰 138****2241、李建国 没有电话 */
export const rosterWords = (roster: readonly { name: string; phone: string | null }[]): string =>
  roster.map(({ name, phone }) => `${name} ${phone ?? '没有电话'}`).join('、')

interface ActWords {
  title: string
  yes: string
  done: string
  note: string
  reasons: readonly string[]
}

export const actWords: Record<RequestAct, ActWords> = {
  verify: {
    title: '通过核验？',
    yes: '通过',
    done: '已通过，本人会收到消息',
    note: '通过以后，他就是这一户的住户，积分、兑换和报名马上能用。',
    reasons: [],
  },
  refuse: {
    title: '不通过？',
    yes: '不通过',
    done: '已退回，本人会看到原因',
    note: '本人会看到原因，改好了可以再交。填的姓名和手机号会删掉。',
    reasons: ['花名册上没有，请带证件来登记', '房号填错了，请再看看', '电话联系不上，请来社区一趟'],
  },
}

/** Why staff strike somebody off the roster: the usual reasons. */
export const strikeReasons = ['搬走了', '去世了', '登记错了']

/** Why staff end a residency: the usual reasons. */
export const endReasons = ['搬走了', '房子卖了', '租期到了', '登记错了']
