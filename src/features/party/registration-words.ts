import type { Output } from '@contract/index'
import { sayDay, sayMoment } from '@/services/format'

export type MyRegistration = NonNullable<Output<'party.registration'>['registration']>
type State = MyRegistration['state']

/** Where a registration stands: what it is called, and what happens next. */
export interface Stand {
  title: string
  next: string
}

/** A registration in plain words. */
export const standOf = (mine: MyRegistration): Stand => stands[mine.state](mine)

const stands: Record<State, (mine: MyRegistration) => Stand> = {
  applied: ({ communityName }) => ({
    title: '等社区核对',
    next: `${communityName}的工作人员会拿支部名册来对。有了结果，在「消息」里告诉你，不用再来问。`,
  }),
  registered: ({ communityName }) => ({
    title: '已报到',
    next: `你已在${communityName}报到。每月 10 日是城市党建日，平时也有活动，就近参加。`,
  }),
  refused: ({ reason }) => ({ title: '没有通过', next: `原因：${reason}。改好了可以再报一次。` }),
  withdrawn: () => ({
    title: '已经撤回',
    next: '你填的支部和手机号都已删掉，记好的服务和积分还在。想来随时再报。',
  }),
  ended: ({ reason }) => ({
    title: '报到已结束',
    next: `${reason ? `原因：${reason}。` : ''}支部和手机号都已删掉，记好的服务和积分还在。`,
  }),
}

/** Whether one may (again) apply. */
export const mayApply = (mine: MyRegistration | null): boolean =>
  mine === null || (mine.state !== 'applied' && mine.state !== 'registered')

const events: Record<MyRegistration['timeline'][number]['event'], string> = {
  apply: '你交了报到',
  verify: '社区核对通过',
  refuse: '社区没有通过',
  withdraw: '你撤回了',
  end: '社区结束了报到',
}

/** A row of what happened, e.g. 社区核对通过 · 今天 10:24. */
export const eventWords = ({ event, at }: MyRegistration['timeline'][number], now = Date.now()): string =>
  `${events[event]} · ${sayMoment(at, now)}`

/** 12 月 1 日起; null before it was verified. */
export const sinceWords = ({ state, timeline }: MyRegistration, now = Date.now()): string | null => {
  const verified = state === 'registered' ? timeline.filter(({ event }) => event === 'verify').at(-1) : null
  return verified ? `${sayDay(verified.at, now)}起` : null
}
