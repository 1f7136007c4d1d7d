import type { Notice } from '../inbox/post'
import { chinaMinute } from '../kit/time'
import { actsText, helperText } from './rules'
import type { Proxy } from './store'

interface Words {
  title: string
  text: string
}

/** What the resident is told. */
const toResident = {
  start: (who: string): Words => ({
    title: `${who}正在帮你办事`,
    text: '30 分钟内有效。不是你同意的，点开告诉社区，马上就停。',
  }),
  end: (who: string, done: string): Words => ({
    title: `${who}帮你办完了，请确认`,
    text: done ? `办了：${done}。点开看看对不对。` : '这次没有办成什么事。点开看看对不对。',
  }),
  remind: (who: string, done: string): Words => ({
    title: `${who}上次帮你办事，还没确认`,
    text: done ? `办了：${done}。不对的话点开告诉社区。` : '点开看看对不对。',
  }),
  settle: (): Words => ({ title: '社区答复了你对代办的意见', text: '点开看看怎么处理的。' }),
} satisfies Record<string, (who: string, done: string) => Words>

/** Told at the start, at the end with what was done, once more after a week, and when an objection was answered. */
export const noticeOf = (proxy: Proxy, event: keyof typeof toResident, at: string): Notice => ({
  ...toResident[event](helperText({ as: proxy.as, name: proxy.helperName }), actsText(proxy.acts)),
  memberId: proxy.residentId,
  target: { kind: 'proxy', id: proxy._id },
  event: `${event} ${proxy._id}`,
  at,
})

/** What the community's secretary is told. */
export const objectionNotice = (proxy: Proxy, memberId: string, at: string): Notice => ({
  title: `${proxy.residentName}说有一次代办不是本人同意的`,
  text: `${helperText({ as: proxy.as, name: proxy.helperName })}，${chinaMinute(new Date(proxy.startedAt))}。请核实并答复。`,
  memberId,
  target: { kind: 'proxy_objections', id: proxy.communityId },
  event: `object ${proxy._id}`,
  at,
})
