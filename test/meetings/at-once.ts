import type { Cloud } from '../../localcloud/cloud'
import { newRequestId, type Caller } from '../support/caller'
import { randomOf } from './interleaved-people'

const community = 'wendeng.tianfu.pinganli'
const minuteMs = 60_000
const capacity = 2
const places = 3

/** Who takes part: a worker, and six residents who may be the same in every run. */
export interface Cast {
  cloud: Pick<Cloud, 'engine' | 'faults' | 'invoke'>
  worker: Caller
  people: readonly Caller[]
}

/** Where a run stands when all act at once, by minutes until the meeting begins: seats are offered, or people walk in. */
const scenes = [
  { name: 'days before', startsIn: 3 * 24 * 60, later: 0 },
  { name: 'as an offer ends', startsIn: 3 * 24 * 60, later: 121 },
  { name: 'at the door', startsIn: 170, later: 115 },
]

/** What came of a run: what is wrong, nothing if no seat was lost or doubled; and what happened to the sign-ups. */
export interface AtOnce {
  faults: string[]
  events: string[]
}

interface Stored {
  _id: string
  state: string
  memberId: string | null
  signUpId: string
  capacity: number
  left: number
  reservedUnits: number
  reserved: Record<string, unknown>
  timeline: { event: string }[]
}

/**
 * Two have a seat, three wait; one cancels, so the first who waits is offered a seat. Then everybody acts at once, in
 * an order and with repeats that follow from the seed and from how the cloud happens to serve them.
 * @returns what came of it once nothing is under way
 */
export async function actAtOnce(cast: Cast, seed: number): Promise<AtOnce> {
  const random = randomOf(seed)
  const scene = scenes[seed % scenes.length]!
  const { cloud, worker, people } = cast
  const skew = (minutes: number) => {
    const ms = minutes * minuteMs
    cloud.faults.set({ clockSkewMs: { meetings: ms, jobs: ms, inbox: ms } })
  }
  skew(0)
  const meetingId = await newMeeting(worker, scene.startsIn)
  const [a, b, c, d, e, f] = people as [Caller, Caller, Caller, Caller, Caller, Caller]
  const ids = new Map<Caller, string>()
  for (const who of [a, b, c, d, e])
    ids.set(who, (await who.get('meetings.signUp', { requestId: newRequestId(), meetingId })).id)
  const ofMine = (who: Caller) => ({ requestId: newRequestId(), signUpId: ids.get(who) ?? '' })
  await a.get('meetings.cancelSignUp', ofMine(a))
  skew(scene.later)
  const attend = (who: object) =>
    worker.send('meetings.attend', { requestId: newRequestId(), meetingId, who, reason: '手机没电' })
  const [cancelling, accepting] = [ofMine(b), ofMine(c)]
  const acts: (() => Promise<unknown>)[] = [
    () => b.send('meetings.cancelSignUp', cancelling),
    () => b.send('meetings.cancelSignUp', cancelling),
    () => c.send('meetings.acceptOffer', accepting),
    () => c.send('meetings.acceptOffer', accepting),
    () => lapse(cast),
    () => lapse(cast),
    () => attend({ kind: 'signUp', signUpId: ids.get(d) }),
    () => attend({ kind: 'guest', name: '志愿者小刘' }),
    () => e.send('meetings.cancelSignUp', ofMine(e)),
    () => f.send('meetings.signUp', { requestId: newRequestId(), meetingId }),
    () => a.send('meetings.signUp', { requestId: newRequestId(), meetingId }),
  ]
  // Not always, or no offer would ever be left to lapse.
  if (random() < 0.5) acts.push(() => c.send('meetings.cancelSignUp', ofMine(c)))
  await Promise.all(
    shuffled(acts, random).map(async (act) => {
      await new Promise((resolve) => setTimeout(resolve, random() * 25))
      await act()
    }),
  )
  for (let round = 0; round < 3; round += 1) {
    await cloud.invoke('jobs', { action: 'sweepSeats', input: { graceMs: 0 } })
    await lapse(cast)
  }
  const faults = await faultsIn(cast, meetingId, scene.startsIn - scene.later > 120)
  const signUps = await cloud.engine.find({ collection: 'sign_ups', filter: { meetingId }, limit: 1000 })
  return {
    faults: faults.map((fault) => `seed ${seed}, ${scene.name}: ${fault}`),
    events: (signUps as unknown as Stored[]).flatMap(({ timeline }) => timeline.map(({ event }) => event)),
  }
}

const lapse = ({ cloud }: Cast) => cloud.invoke('jobs', { action: 'lapseOffers', input: {} })

function shuffled<T>(some: readonly T[], random: () => number): T[] {
  return some
    .map((one) => [random(), one] as const)
    .sort(([x], [y]) => x - y)
    .map(([, one]) => one)
}

async function newMeeting(worker: Caller, startsIn: number): Promise<string> {
  const from = (minutes: number) => new Date(Date.now() + minutes * minuteMs).toISOString()
  const { meetings } = await worker.get('meetings.publish', {
    requestId: newRequestId(),
    communityId: community,
    template: 'open_day',
    title: '恳谈日',
    venue: '党群服务中心',
    note: '',
    startsAt: from(startsIn),
    endsAt: from(startsIn + 120),
    signUpFrom: from(-60),
    signUpUntil: from(startsIn),
    capacity,
    waitlistLimit: places,
    audience: { kind: 'community' },
    householdLimit: null,
    agenda: [],
    months: 1,
  })
  return meetings[0]?.id ?? ''
}

async function faultsIn({ cloud }: Cast, meetingId: string, isOffered: boolean): Promise<string[]> {
  const find = async (collection: string, filter: object) =>
    (await cloud.engine.find({ collection, filter: filter as never, limit: 1000 })) as unknown as Stored[]
  const [meeting] = await find('meetings', { _id: meetingId })
  const [waitlist] = await find('waitlists', { _id: meetingId })
  const all = await find('sign_ups', { meetingId })
  if (!meeting || !waitlist) return ['the meeting is gone']
  const idsIn = (...states: string[]) =>
    all
      .filter(({ state }) => states.includes(state))
      .map(({ _id }) => _id)
      .sort()
  const seated = idsIn('seated', 'offered', 'attended')
  const waiting = idsIn('waiting')
  const alive = all.filter(({ state, memberId }) => memberId && !['cancelled', 'lapsed'].includes(state))
  const same = (held: Record<string, unknown>, ids: string[]) =>
    JSON.stringify(Object.keys(held).sort()) === JSON.stringify(ids)
  const claims: [string, boolean][] = [
    ['a seat is lost or doubled', same(meeting.reserved, seated)],
    [
      'the seats are miscounted',
      meeting.reservedUnits === seated.length && meeting.left + seated.length === capacity,
    ],
    ['a place is lost or doubled', same(waitlist.reserved, waiting)],
    ['the places are miscounted', waitlist.left + waiting.length === places],
    ['somebody takes part twice', new Set(alive.map(({ memberId }) => memberId)).size === alive.length],
    ['somebody waits beside a free seat', !isOffered || waiting.length === 0 || meeting.left === 0],
  ]
  return claims.filter(([, holds]) => !holds).map(([claim]) => claim)
}
