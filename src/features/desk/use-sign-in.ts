import { useCallback, useEffect, useRef, useState } from 'react'
import type { Output } from '@contract/index'
import { call } from '@/services/call'
import { openTab } from '@/services/go'
import { keepPass, takePass } from '@/services/pass'
import type { Failure } from '@/services/replies'
import { signIn } from '@/services/session'
import { usePolling } from '@/services/use-polling'
import { browserOf } from './words'

/** Milliseconds between two looks at whether somebody scanned and answered. */
const lookEveryMs = 2000

/** What the page with the QR shows. `entering`: confirmed, and the ticket is being exchanged. */
export type Stage =
  | { kind: 'opening' | 'over' | 'declined' | 'entering' | 'lost' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'open' | 'scanned'; page: Output<'desk.open'> }

/** A QR to sign in by, from its opening to the first page behind it. */
export const useSignIn = (): { stage: Stage; again: () => Promise<void> } => {
  const [stage, setStage] = useState<Stage>({ kind: 'opening' })
  const looking = useRef(false)
  const again = useCallback(async () => {
    setStage({ kind: 'opening' })
    const reply = await call('desk.open', browserOf(navigator.userAgent))
    setStage(reply.ok ? { kind: 'open', page: reply.data } : { kind: 'failed', failure: reply })
  }, [])
  useEffect(() => void again(), [again])
  const page = 'page' in stage ? stage.page : null
  const lookOnce = useCallback(async () => {
    if (!page || looking.current) return
    looking.current = true
    const reply = await call('desk.look', { deskId: page.deskId, secret: page.secret })
    looking.current = false
    if (!reply.ok) return reply.code === 'NOT_FOUND' ? setStage({ kind: 'over' }) : undefined
    const { state, ticket } = reply.data
    if (state === 'open' || state === 'scanned') return setStage({ kind: state, page })
    if (state !== 'confirmed' || !ticket) return setStage({ kind: state === 'declined' ? state : 'over' })
    setStage({ kind: 'entering' })
    if (!(await enter(ticket))) setStage({ kind: 'lost' })
  }, [page])
  usePolling(lookOnce, page !== null, lookEveryMs)
  return { stage, again }
}

/** @returns whether this browser is signed in now */
async function enter(ticket: string): Promise<boolean> {
  const taken = await takePass(ticket)
  if (!taken) return false
  await signIn(taken.token)
  keepPass(taken)
  openTab('staff')
  return true
}
