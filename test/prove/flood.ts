import type { ActionName } from '@contract/index'
import { newRequestId, type Caller } from '../support/caller'
import { inWords, tally, type Line } from './line'
import { besideOthers, linePer, pause } from './others'
import { usualRate } from '../../cloudfunctions/kit/rates'
import { community, onStage } from './stage'

/** The minute, or the script's half of one, in pieces, each after so many ms of quiet. */
const turns = 5
const quietMs = 6_000

/** How many calls, and how many ms apart. */
interface Pace {
  calls: number
  everyMs: number
}

/** A thousand a minute; and a script in a hurry. */
const minute: Pace = { calls: 1_000, everyMs: 60 }
const hurry: Pace = { calls: 3_000, everyMs: 10 }

/** What one person can ask for again and again: what reads most, and what writes. */
const demands: ReadonlyArray<(meetingId: string) => [ActionName, object]> = [
  () => ['home.show', { communityId: community }],
  () => ['points.statement', { limit: 50 }],
  () => ['affairs.mine', {}],
  () => ['inbox.read', { requestId: newRequestId(), messageId: null }],
  (meetingId) => ['meetings.proposeTopic', { requestId: newRequestId(), meetingId, text: '停车位' }],
]

/** A script asks for one and the same, which is more than one person may ask of it (`kit/rates.ts`). */
const oneDemand: typeof demands = [() => ['affairs.mine', {}]]

/**
 * Each piece of 600 calls takes 6 s after 6 s of quiet: an instance lets 60 through at once and 5 a second, so 90 of the
 * first piece and 60 of each later one. On all six instances that is 1,980 of the 3,000.
 */
const leastRefused = 1_000

/** A thousand calls a minute by one person, and how long the others wait meanwhile. */
export const flood = (): Promise<Line[]> =>
  onStage(async (stage) => {
    const [meeting] = (await stage.worker.get('meetings.upcoming', { communityId: community })).meetings
    const by = async (asked: typeof demands, pace: Pace) => {
      const [flooder] = await stage.residents(1, 100)
      const piece = () => pour(flooder!, asked, pace, meeting?.id ?? '')
      const { results, waits } = await besideOthers(stage, quietMs, Array<typeof piece>(turns).fill(piece))
      return { codes: results.flat(), waits }
    }
    const [many, one] = [await by(demands, minute), await by(oneDemand, hurry)]
    const refused = one.codes.filter((code) => code === 'RATE_LIMITED').length
    return [
      {
        line: `${minute.calls} calls by one person, at a thousand a minute`,
        limit: 'no INTERNAL, no CONFLICT',
        figure: inWords(tally(many.codes)),
        holds: many.codes.length === minute.calls && !many.codes.some(isBroken),
      },
      linePer('p95', 0.95, many.waits),
      {
        line: `${hurry.calls} calls of one action by one person, at a hundred a second`,
        limit: `≥ ${leastRefused} refused, no INTERNAL, no CONFLICT`,
        figure: inWords(tally(one.codes)),
        holds: refused >= leastRefused && !one.codes.some(isBroken),
      },
      linePer('p95', 0.95, one.waits),
    ]
  }, `${usualRate.perSecond}/${usualRate.burst}`)

const isBroken = (code: string): boolean => code === 'INTERNAL' || code === 'CONFLICT'

/** Each at its moment, whether the earlier ones were answered or not. @returns what came of each */
const pour = (
  flooder: Caller,
  asked: typeof demands,
  { calls, everyMs }: Pace,
  meetingId: string,
): Promise<string[]> =>
  Promise.all(
    Array.from({ length: calls / turns }, async (_, index) => {
      await pause(index * everyMs)
      const [action, input] = asked[index % asked.length]!(meetingId)
      const { ok, code = '?' } = await flooder.send(action, input)
      return ok ? 'ok' : code
    }),
  )
