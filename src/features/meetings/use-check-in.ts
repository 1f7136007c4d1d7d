import { useCallback, useState } from 'react'
import type { Output } from '@contract/index'
import { buzz } from '@/services/platform/device'
import type { Failure } from '@/services/replies'
import { useAction } from '@/services/use-action'

type Done = Output<'meetings.checkIn'>

export type CheckInOutcome = { kind: 'done'; done: Done } | { kind: 'refused'; failure: Failure }

export interface CheckInWork {
  busy: boolean
  /** What came of the last code; null before one. */
  outcome: CheckInOutcome | null
  send: (code: string) => Promise<void>
}

/** A code in, a seat taken. */
export const useCheckIn = (): CheckInWork => {
  const { busy, run } = useAction('meetings.checkIn')
  const [outcome, setOutcome] = useState<CheckInOutcome | null>(null)
  const send = useCallback(
    async (code: string) => {
      setOutcome(null)
      const reply = await run({ code })
      if (!reply) return
      if (reply.ok) buzz()
      setOutcome(
        reply.ok ? { kind: 'done', done: reply.data } : { kind: 'refused', failure: wrongCode(reply) },
      )
    },
    [run],
  )
  return { busy, outcome, send }
}

/** A text that cannot be a code at all is refused as input: to the person it is the wrong code. */
export const wrongCode = (failure: Failure): Failure =>
  failure.code === 'INVALID_INPUT' ? { ...failure, code: 'CHECK_IN_CODE_WRONG' } : failure
