import { useCallback, useState } from 'react'
import { buzz } from '@/services/platform/device'
import type { Failure } from '@/services/replies'
import { codeIn } from '@/services/scanned-code'
import { useAction } from '@/services/use-action'
import type { Activity } from './words'

export type Step = 'in' | 'out'

export type CheckInOutcome =
  | { kind: 'done'; step: Step; activity: Activity }
  | { kind: 'refused'; failure: Failure }

export interface CheckInWork {
  busy: boolean
  /** What came of the last code; null before one. */
  outcome: CheckInOutcome | null
  /** @param scanned a code, or the link that holds it */
  send: (scanned: string) => Promise<void>
}

/** A code in: checked in or out, by what the code is. */
export const useCheckIn = (): CheckInWork => {
  const { run: checkIn, busy: comingIn } = useAction('party.checkIn')
  const { run: checkOut, busy: goingOut } = useAction('party.checkOut')
  const [outcome, setOutcome] = useState<CheckInOutcome | null>(null)
  const send = useCallback(
    async (scanned: string) => {
      setOutcome(null)
      const code = codeIn(scanned)
      const step = stepOf(code)
      const reply = await (step === 'in' ? checkIn : checkOut)({ code })
      if (!reply) return
      if (reply.ok) buzz()
      setOutcome(
        reply.ok ? { kind: 'done', step, activity: reply.data } : { kind: 'refused', failure: asCode(reply) },
      )
    },
    [checkIn, checkOut],
  )
  return { busy: comingIn || goingOut, outcome, send }
}

/** A code says which of the two it is for; of any other text the server says that it is no code. */
export const stepOf = (code: string): Step => (code.startsWith('out.') ? 'out' : 'in')

/** A text that cannot be a code at all is refused as input: to the person it is the wrong code. */
const asCode = (failure: Failure): Failure =>
  failure.code === 'INVALID_INPUT' ? { ...failure, code: 'CHECK_IN_CODE_WRONG' } : failure
