import type { Output } from '@contract/index'
import type { CallReply, Failure } from '@/services/replies'

/** What the server says of one import. */
export type ImportReport = Output<'imports.show'>

/** The same without the erroneous rows. */
export type ImportSummary = Output<'imports.list'>['imports'][number]

/** One call that moves an import on. */
export type Step = () => Promise<CallReply<'imports.show'>>

/** Hears how far an import has come. */
export type Tell = (report: ImportReport) => void

/** Calls that move nothing forward before the run is given up. */
const maxIdleSteps = 3

/**
 * A step whose answer was lost may still be running, and keeps the import for itself for 20 s
 * (cloudfunctions/imports/step.ts): waited for a little longer than that.
 */
const maxWaits = 10
const waitMs = 2_500

/**
 * Repeats a step of an import until the wanted state.
 * @returns why it stopped short; null when it got there
 * @param wait lets some time pass while another call is at the same import
 */
export const runTo = async (
  end: ImportReport['state'],
  step: Step,
  tell: Tell,
  wait: () => Promise<void> = pause,
): Promise<Failure | null> => {
  let done = -1
  for (let idle = 0, waits = 0; idle < maxIdleSteps;) {
    const reply = await step()
    if (!reply.ok) {
      if (reply.code !== 'CONFLICT' || waits === maxWaits) return reply
      waits += 1
      await wait()
      continue
    }
    tell(reply.data)
    if (reply.data.state === end) return null
    waits = 0
    idle = reply.data.done > done ? 0 : idle + 1
    done = reply.data.done
  }
  return { ok: false, code: 'INTERNAL', traceId: '' }
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, waitMs))
