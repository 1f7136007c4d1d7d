import { proposed, publicRefused, refuse, waitingWith } from '../safety/story'
import { accepted, submitted } from '../affairs/story'
import { newRequestId, type TestCloud } from '../support/cloud'
import type { PageCase } from './page-cases'

/** What is held in the test's cloud. */
export interface SafetyThings {
  /** A notice of 陈晓梅 that was refused. */
  refusedNotice: string
  /** A case whose public answer was refused. */
  refusedAnswer: string
}

const queue = 'features/safety/queue'
const topic = '充电桩的事加我微信说'

/** What those who decide see, and what staff see of what they wrote. */
export const safetyPages: readonly PageCase[] = [
  { page: queue, name: '内容审核', who: 'chen', shows: topic, action: 'safety.queue' },
  { page: queue, name: '内容审核 空', who: 'zhao', shows: '没有等你看的' },
  { page: queue, name: '内容审核 游客', who: 'guest', shows: '这里给工作人员用' },
  {
    page: queue,
    name: '内容审核 不通过',
    who: 'chen',
    shows: '不通过？',
    act: ({ tap }) => tap(`不通过 议题 ${topic}`),
  },
  {
    page: queue,
    name: '内容审核 等机器查',
    who: 'zhao',
    shows: '没有在等的',
    act: ({ tap }) => tap(/^等机器查/),
  },
  {
    page: 'features/notices/form',
    name: '发公示通知 改后重发',
    query: ({ refusedNotice }) => `from=${refusedNotice}`,
    who: 'chen',
    shows: '贴到哪一天',
  },
  {
    page: 'features/affairs/staff-case',
    name: '办理 公开没有通过',
    query: ({ refusedAnswer }) => `id=${refusedAnswer}`,
    who: 'chen',
    shows: '改一改再公开',
  },
]

/** Holds and refuses: 李建国's topics at a meeting, a notice and a public answer of 陈晓梅. */
export async function safetyIn(cloud: TestCloud, meetingId: string): Promise<SafetyThings> {
  const [chen, zhou, li] = [await cloud.staff('chen'), await cloud.staff('zhou'), await cloud.resident('li')]
  await proposed(li, meetingId, '要修车加我微信')
  await refuse(chen, await waitingWith(chen, '要修车加我微信'), '写了联系方式')
  await proposed(li, meetingId, topic)
  const title = '周末义诊，报名加我微信'
  const { id: refusedNotice } = await chen.get('notices.publish', noticeCalled(title))
  await refuse(zhou, await waitingWith(zhou, title), '写了联系方式')
  const [someone] = await cloud.residents(1, 0)
  const kase = await submitted(someone!)
  await accepted(chen, kase)
  await publicRefused(chen, zhou, kase)
  return { refusedNotice, refusedAnswer: kase.id }
}

const noticeCalled = (title: string) => ({
  requestId: newRequestId(),
  communityId: 'wendeng.tianfu.pinganli',
  kind: 'notification' as const,
  title,
  text: '周六上午在党群服务中心一楼。',
  pinned: false,
  shownUntil: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
})
