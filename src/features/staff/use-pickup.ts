import { useState } from 'react'
import type { Output } from '@contract/index'
import { keepAnswer, readAnswer } from '@/services/answers'
import { buzz } from '@/services/platform/device'
import { isDefinite, type Failure } from '@/services/replies'
import { useAction } from '@/services/use-action'
import { afterWrong, triesLeft, unlockedAt, type Tries } from './tries'

/** Goods that I handed over. */
export type Handed = Output<'points.verifyPickup'>

/** How the code came in. Only digits can be guessed, so only they are counted. */
export type Way = 'digits' | 'scan'

export type Outcome =
  | { kind: 'handed'; handed: Handed }
  | { kind: 'refused'; failure: Failure; way: Way; triesLeft: number }

export interface PickupWork {
  busy: boolean
  /** What came of the last code; null before one. */
  outcome: Outcome | null
  /** Milliseconds since 1970 until which digits are refused, at the latest; null when they are taken. */
  lockedUntil: number | null
  /** A scanned code without a definite reply: it may have been handed over. */
  unsure: string | null
  /** What I handed over during this visit, the latest first. */
  recent: Handed[]
  verify: (code: string, way: Way) => Promise<void>
  /** Ready for the next person. */
  clear: () => void
}

/** Codes in, goods out. The tally lives as long as this visit, and ends when somebody else signs in. */
export const usePickup = (): PickupWork => {
  const { busy, run } = useAction('points.verifyPickup')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [unsure, setUnsure] = useState<string | null>(null)
  const verify = async (code: string, way: Way) => {
    const reply = await run({ code }, wishOf(code))
    if (!reply) return
    if (isDefinite(reply)) setUnsure(null)
    else if (way === 'scan') setUnsure(code)
    if (reply.ok) {
      buzz()
      keepAnswer('handed', [reply.data, ...recentOf()].slice(0, maxRecent))
      return setOutcome({ kind: 'handed', handed: reply.data })
    }
    if (way === 'digits') noteRefusal(reply)
    setOutcome({ kind: 'refused', failure: reply, way, triesLeft: triesLeft(triesOf(), Date.now()) })
  }
  const until = readAnswer<number>('pickup.lock')
  const lockedUntil = until !== null && until > Date.now() ? until : null
  return { busy, outcome, lockedUntil, unsure, recent: recentOf(), verify, clear: () => setOutcome(null) }
}

/** A redemption's QR is another one at each step: whatever step is read, it is the same wish. */
const wishOf = (code: string) => code.split('.')[1] ?? code

const maxRecent = 20

const recentOf = () => readAnswer<Handed[]>('handed') ?? []

const triesOf = () => readAnswer<Tries>('pickup.tries')

const noteRefusal = ({ code }: Failure) => {
  const now = Date.now()
  if (code === 'CODE_WRONG') keepAnswer('pickup.tries', afterWrong(triesOf(), now))
  const usedUp = code === 'CODE_WRONG' && triesLeft(triesOf(), now) === 0
  if (usedUp || code === 'TOO_MANY_TRIES') keepAnswer('pickup.lock', unlockedAt(triesOf(), now))
}
