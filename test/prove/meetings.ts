import { newRequestId, type Caller } from '../support/caller'
import { community, onStage, type Stage } from './stage'
import { inWords, percentile, tally, type Line } from './line'

const seats = 30
const perSecond = 50
const seconds = 20
const dayMs = 86_400_000

/** What one caller got. */
interface Got {
  state: string
  /** When the call was sent, in ms since the rush began. */
  sentAt: number
  waitedMs: number
}

/** The opening of a 恳谈日: 50 sign-ups a second on one meeting of 30 seats, 5 ms added to each database call. */
export const meetings = (): Promise<Line[]> =>
  onStage(async (stage) => {
    const meetingId = await newMeeting(stage)
    const people = await stage.residents(perSecond * seconds, 0)
    await stage.faults({ rules: [{ kind: 'delay', delayMs: 5 }] })
    const got = await rush(people, meetingId)
    await stage.faults({ rules: [] })
    const { seatsLeft, waiting } = await stage.worker.get('meetings.meeting', { meetingId })
    const counts = tally(got.map(({ state }) => state))
    const held = `${inWords(counts)}; ${seatsLeft} left, ${waiting} on the waitlist`
    const late = latestBefore(got)
    const p95 = percentile(
      got.map(({ waitedMs }) => waitedMs),
      0.95,
    )
    return [
      {
        line: `${perSecond} sign-ups a second for ${seconds} s on ${seats} seats, 5 ms a database call`,
        limit: `seated ${seats}, waiting ${2 * seats}, FULL the rest`,
        figure: held,
        holds:
          counts.seated === seats &&
          counts.waiting === 2 * seats &&
          counts.FULL === got.length - 3 * seats &&
          seatsLeft === 0 &&
          waiting === 2 * seats,
      },
      {
        line: '  order: a seat or a place before somebody who had asked earlier, at most',
        limit: '≤ 200 ms',
        figure: `${late.toFixed(0)} ms`,
        holds: late <= 200,
      },
      { line: '  p95', limit: '≤ 2 s', figure: `${(p95 / 1000).toFixed(2)} s`, holds: p95 <= 2000 },
    ]
  })

async function newMeeting(stage: Stage): Promise<string> {
  const from = (ms: number) => new Date(Date.now() + ms).toISOString()
  const { meetings: published } = await stage.worker.get('meetings.publish', {
    requestId: newRequestId(),
    communityId: community,
    template: 'open_day',
    title: '恳谈日',
    venue: '党群服务中心',
    note: '',
    startsAt: from(3 * dayMs),
    endsAt: from(3 * dayMs + 7_200_000),
    signUpFrom: from(-dayMs),
    signUpUntil: from(3 * dayMs),
    capacity: seats,
    waitlistLimit: 2 * seats,
    audience: { kind: 'community' },
    householdLimit: null,
    agenda: [],
    months: 1,
  })
  return published[0]?.id ?? ''
}

/** Each caller at a moment of its own, whether the earlier ones were answered or not. */
function rush(people: readonly Caller[], meetingId: string): Promise<Got[]> {
  const began = performance.now()
  return Promise.all(
    people.map(async (person, index) => {
      await new Promise((resolve) => setTimeout(resolve, (index * 1000) / perSecond))
      const sentAt = performance.now() - began
      const reply = await person.call('meetings.signUp', { requestId: newRequestId(), meetingId })
      const waitedMs = performance.now() - began - sentAt
      return { state: reply.ok ? reply.data.state : reply.code, sentAt, waitedMs }
    }),
  )
}

/** By how many ms the last one who got something better had asked after the first who got something worse. */
function latestBefore(got: readonly Got[]): number {
  const ranks = ['seated', 'waiting', 'FULL']
  const pairs = ranks.slice(1).map((worse, index) => {
    const better = got.filter(({ state }) => ranks.indexOf(state) <= index && ranks.includes(state))
    const first = Math.min(...got.filter(({ state }) => state === worse).map(({ sentAt }) => sentAt))
    return Math.max(0, ...better.map(({ sentAt }) => sentAt - first))
  })
  return Math.max(...pairs)
}
