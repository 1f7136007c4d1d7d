import type { Database } from '../kit/database'
import { moveSignUp, wasMovedBy } from './move'
import type { MovedBy } from './states'
import { signUps, type SignUp } from './store'

/** Checks one in who has a seat; staff do, by hand or by a scan. Four round trips. @returns why not, or the sign-up */
export const checkInByHand = (
  db: Database,
  signUpId: string,
  by: MovedBy,
): Promise<SignUp | 'ALREADY_CHECKED_IN' | 'NOT_SIGNED_UP'> =>
  db.transact(async (tx) => {
    const signUp = await tx.find(signUps, signUpId)
    if (!signUp) return 'NOT_SIGNED_UP'
    if (wasMovedBy(signUp, by.request)) return signUp
    if (signUp.state === 'attended') return 'ALREADY_CHECKED_IN'
    return (await moveSignUp(tx, signUp, 'checkIn', by)) ?? 'NOT_SIGNED_UP'
  })
