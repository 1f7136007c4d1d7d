import type { CallReply, Failure } from '@/services/replies'
import type { Export } from './words'

/**
 * A step whose answer was lost may still be running, and keeps the export for itself for 30 s
 * (cloudfunctions/exports/step.ts): waited for a little longer than that.
 */
const maxWaits = 14
const waitMs = 2_500

/** Calls that read nothing more before it is given up. */
const maxIdleSteps = 6

/**
 * Repeats the step until the workbook is there, or will not be.
 * @returns why it stopped short; null when it came to an end
 * @param wait lets some time pass while another call is at it
 */
export const buildToEnd = async (
  step: () => Promise<CallReply<'exports.build'>>,
  tell: (now: Export) => void,
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
    if (reply.data.state !== 'building') return null
    waits = 0
    idle = reply.data.done > done ? 0 : idle + 1
    done = reply.data.done
  }
  return { ok: false, code: 'INTERNAL', traceId: '' }
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, waitMs))
