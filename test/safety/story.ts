import type { Output } from '@contract/index'
import { changing, reply } from '../affairs/story'
import { newRequestId, type Caller, type TestCloud } from '../support/cloud'

export const pinganli = 'wendeng.tianfu.pinganli'
export const liulin = 'wendeng.tianfu.liulin'

export type HeldThing = Output<'safety.queue'>['things'][number]
export type Topic = Output<'meetings.meeting'>['topics'][number]

/** Texts by what the local check says of them. */
export const said = {
  pass: '电动车在哪里充电',
  review: '停车位的事加我微信说',
  risky: '刷单返利，有意的来',
} as const

export const propose = (who: Caller, meetingId: string, text: string, requestId = newRequestId()) =>
  who.call('meetings.proposeTopic', { requestId, meetingId, text })

/** A topic that was proposed, as its proposer sees it. */
export async function proposed(who: Caller, meetingId: string, text: string): Promise<Topic> {
  const { topics } = await who.get('meetings.proposeTopic', { requestId: newRequestId(), meetingId, text })
  const topic = topics.find((one) => one.text === text && one.mine)
  if (!topic) throw new Error(`${text} is not there`)
  return topic
}

export const topicsFor = async (who: Caller, meetingId: string): Promise<Topic[]> =>
  (await who.get('meetings.meeting', { meetingId })).topics

export const textsFor = async (who: Caller, meetingId: string): Promise<string[]> =>
  (await topicsFor(who, meetingId)).map(({ text }) => text)

/** What waits in a community for a person, or for WeChat. */
export const waiting = async (
  who: Caller,
  view: 'review' | 'checking' = 'review',
  communityId = pinganli,
): Promise<HeldThing[]> => (await who.get('safety.queue', { communityId, view })).things

export const deciding = ({ id, version }: Pick<HeldThing, 'id' | 'version'>) => ({
  requestId: newRequestId(),
  checkId: id,
  version,
})

export const pass = (who: Caller, thing: HeldThing) => who.call('safety.pass', deciding(thing))

export const refuse = (who: Caller, thing: HeldThing, reason = '请不要写联系方式') =>
  who.call('safety.refuse', { ...deciding(thing), reason })

/** The latest that waits with these words. */
export async function waitingWith(
  who: Caller,
  text: string,
  view: 'review' | 'checking' = 'review',
): Promise<HeldThing> {
  const all = await waiting(who, view)
  const found = all.reverse().find(({ texts }) => texts.some((one) => one.text === text))
  if (!found) throw new Error(`${text} does not wait`)
  return found
}

/** Answers an accepted case in public words that are then refused. @returns what mends them, but for the request id */
export async function publicRefused(chen: Caller, zhou: Caller, kase: { id: string }) {
  const publish = { question: said.review, answer: '已经画好了车位。' }
  const { version } = await chen.get('affairs.answer', { ...changing(kase, 2), ...reply, publish })
  await refuse(zhou, await waitingWith(chen, said.review))
  return { caseId: kase.id, version, publish: { ...publish, question: '停车位' } }
}

/** Runs the timer so many minutes from now. WeChat's checks say what `safety` says. */
export async function checkedAfter(
  cloud: TestCloud,
  minutes: number,
  safety: Parameters<TestCloud['faults']['set']>[0]['safety'] = {},
) {
  cloud.faults.set({ clockSkewMs: { jobs: minutes * 60_000 }, safety })
  const reply = await cloud.timer('checkContent')
  cloud.faults.clear()
  if (!reply.ok) throw new Error(reply.code)
  return reply.data
}

export interface StoredCheck {
  _id: string
  state: string
  sealed: string | null
  traceId: string | null
  tries: number
  nextAt: string | null
  timeline: { event: string; actor: string; reason: string }[]
}

export const storedChecks = async (cloud: TestCloud): Promise<StoredCheck[]> =>
  (await cloud.engine.find({
    collection: 'content_checks',
    filter: {},
    limit: 1000,
  })) as unknown as StoredCheck[]

/** The newest message to somebody. */
export const lastMessage = async (who: Caller) => (await who.get('inbox.messages', {})).messages[0]
