import type { ActionName } from '@contract/index'
import { newRequestId, type Caller } from '../support/caller'
import { inWords, tally, type Line } from './line'
import { besideOthers, linePer, pause } from './others'
import { community, onStage } from './stage'

const calls = 1_000
const minuteMs = 60_000
/** The minute in pieces, each after so many ms of quiet. */
const turns = 5
const quietMs = 6_000

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

/** Sixty at once and five a second for a minute and a half are far fewer than a thousand, on two instances too. */
const leastRefused = 250

/** A thousand calls a minute by one person, and how long the others wait meanwhile. */
export const flood = (): Promise<Line[]> =>
  onStage(async (stage) => {
    const [meeting] = (await stage.worker.get('meetings.upcoming', { communityId: community })).meetings
    const by = async (asked: typeof demands) => {
      const [flooder] = await stage.residents(1, 100)
      const piece = () => pour(flooder!, asked, meeting?.id ?? '')
      const { results, waits } = await besideOthers(stage, quietMs, Array<typeof piece>(turns).fill(piece))
      return { codes: results.flat(), waits }
    }
    const [many, one] = [await by(demands), await by(oneDemand)]
    const refused = one.codes.filter((code) => code === 'RATE_LIMITED').length
    return [
      {
        line: `${calls} calls by one person, at a thousand a minute`,
        limit: 'no INTERNAL, no CONFLICT',
        figure: inWords(tally(many.codes)),
        holds: many.codes.length === calls && !many.codes.some(isBroken),
      },
      linePer('p95', 0.95, many.waits),
      {
        line: `${calls} calls of one action by one person, at a thousand a minute`,
        limit: `≥ ${leastRefused} refused, no INTERNAL, no CONFLICT`,
        figure: inWords(tally(one.codes)),
        holds: refused >= leastRefused && !one.codes.some(isBroken),
      },
      linePer('p95', 0.95, one.waits),
    ]
  })

const isBroken = (code: string): boolean => code === 'INTERNAL' || code === 'CONFLICT'

/** Each at its moment, whether the earlier ones were answered or not. @returns what came of each */
const pour = (flooder: Caller, asked: typeof demands, meetingId: string): Promise<string[]> =>
  Promise.all(
    Array.from({ length: calls / turns }, async (_, index) => {
      await pause((index * minuteMs) / 1_000)
      const [action, input] = asked[index % asked.length]!(meetingId)
      const { ok, code = '?' } = await flooder.send(action, input)
      return ok ? 'ok' : code
    }),
  )
