import { useSession } from '@/services/session'
import { canSignIn } from '@/services/sign-in'
import { actsOf, type Acts } from './acts'
import type { Meeting } from './words'

const nothing: Acts = { main: null, why: null, cancel: null }

/** What whoever is signed in can do with a meeting now. */
export const useActs = (meeting: Meeting | null): Acts => {
  const viewer = useSession(({ me }) => (me === null ? 'guest' : me.residency ? 'resident' : 'other'))
  if (!meeting) return nothing
  const acts = actsOf(meeting, viewer)
  // In WeChat everybody is signed in by WeChat; a web page without a sign-in sends people there.
  return acts.main?.kind === 'signIn' && !canSignIn
    ? { ...acts, main: null, why: '请在微信里打开「近邻」报名' }
    : acts
}
