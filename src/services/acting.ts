import { create } from 'zustand'
import type { Output } from '@contract/index'
import { forget, readStored, store } from './storage'
import { toast } from './toast'

export type ProxySession = Output<'proxy.start'>

interface Acting {
  session: ProxySession | null
  /** When it ends by this device's clock, in milliseconds: what is left is the server's reckoning. */
  endsAt: number
}

const key = 'session.acting'
const nobody: Acting = { session: null, endsAt: 0 }

/** For whom the person at this device acts (代办), if for anybody. Kept, so that a reload does not end it unseen. */
export const useActing = create<Acting>(() => readStored<Acting>(key) ?? nobody)

export const beginActing = (session: ProxySession): void => {
  const endsAt = Date.now() + Date.parse(session.endsAt) - Date.parse(session.now)
  store(key, { session, endsAt })
  useActing.setState({ session, endsAt })
}

/** Says so: nobody is to go on without knowing in whose name. */
export const stopActing = (): void => {
  if (!useActing.getState().session) return
  forget(key)
  useActing.setState(nobody)
  toast('代办结束了')
}

/** Calls that stay the helper's own: to end it, and who he or she is. */
const own = /^(proxy\.|community\.me$)/

/** What goes beside a call. */
export const behalfOf = (name: string): { onBehalf?: string } => {
  const { session } = useActing.getState()
  return session && !own.test(name) ? { onBehalf: session.id } : {}
}
