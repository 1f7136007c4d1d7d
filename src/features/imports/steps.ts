import type { Output } from '@contract/index'
import { call } from '@/services/call'
import type { CallReply, Failure } from '@/services/replies'

/** What the server says of one import. */
export type ImportReport = Output<'imports.show'>

/** The same without the erroneous rows. */
export type ImportSummary = Output<'imports.list'>['imports'][number]

type Step = () => Promise<CallReply<'imports.show'>>
type Tell = (report: ImportReport) => void

/** Calls that move nothing forward before the run is given up. */
const maxIdleSteps = 3

/**
 * Applies a staged import to its end, some rows a call; safe to start again after a break.
 * @param tell hears of each step
 * @returns why it stopped short; null when it is applied
 */
export const applyAll = (
  report: Pick<ImportReport, 'id' | 'communityId'>,
  skipErroneous: boolean,
  tell: Tell,
): Promise<Failure | null> => {
  const input = { communityId: report.communityId, importId: report.id, skipErroneous }
  return runTo('applied', () => call('imports.apply', input), tell)
}

/** Takes an import back to its end; otherwise as `applyAll`. */
export const undoAll = (
  report: Pick<ImportReport, 'id' | 'communityId'>,
  tell: Tell,
): Promise<Failure | null> => {
  const input = { communityId: report.communityId, importId: report.id }
  return runTo('undone', () => call('imports.undo', input), tell)
}

/** Repeats a step until the wanted state; also used with steps of a test. */
export const runTo = async (end: ImportReport['state'], step: Step, tell: Tell): Promise<Failure | null> => {
  let done = -1
  for (let idle = 0; idle < maxIdleSteps;) {
    const reply = await step()
    if (!reply.ok) return reply
    tell(reply.data)
    if (reply.data.state === end) return null
    idle = reply.data.done > done ? 0 : idle + 1
    done = reply.data.done
  }
  return { ok: false, code: 'INTERNAL', traceId: '' }
}
