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

/** A thousand calls a minute by one person, and how long the others wait meanwhile. */
export const flood = (): Promise<Line[]> =>
  onStage(async (stage) => {
    const [flooder] = await stage.residents(1, 100)
    const [meeting] = (await stage.worker.get('meetings.upcoming', { communityId: community })).meetings
    const pieces = Array.from({ length: turns }, () => () => pour(flooder!, meeting?.id ?? ''))
    const { results, waits } = await besideOthers(stage, quietMs, pieces)
    const codes = results.flat()
    return [
      {
        line: `${calls} calls by one person, at a thousand a minute`,
        limit: 'no INTERNAL, no CONFLICT',
        figure: inWords(tally(codes)),
        holds: codes.length === calls && !codes.some((code) => ['INTERNAL', 'CONFLICT'].includes(code)),
      },
      linePer('p95', 0.95, waits),
    ]
  })

/** Each at its moment, whether the earlier ones were answered or not. @returns what came of each */
const pour = (flooder: Caller, meetingId: string): Promise<string[]> =>
  Promise.all(
    Array.from({ length: calls / turns }, async (_, index) => {
      await pause((index * minuteMs) / 1_000)
      const [action, input] = demands[index % demands.length]!(meetingId)
      const { ok, code = '?' } = await flooder.send(action, input)
      return ok ? 'ok' : code
    }),
  )
