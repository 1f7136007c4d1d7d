import { keepToken, passKey, readToken } from './token'
import { readStored, store } from './storage'

/** What a browser got for the ticket of its QR. */
interface Pass {
  refreshToken: string
  /** Milliseconds since 1970 on this device's clock from which the token is to be renewed. */
  renewAt: number
}

/** Renewed so long before its end that the next hour's calls need not wait for it, in seconds. */
const earlierSeconds = 600

/** Exchanges a ticket. @returns the token to sign in with and what renews it; null when that did not work */
export const takePass = (ticket: string): Promise<Taken | null> =>
  ask('signin/custom', { provider_id: 'custom', ticket })

/** After the sign-in, which forgets what was kept for the one before. */
export const keepPass = ({ pass }: Taken): void => store(passKey, pass)

let renewing: Promise<Taken | null> | null = null

/** The token to send: renewed when its time has come. One that cannot be renewed is sent as it is, and refused. */
export const freshToken = async (): Promise<string | null> => {
  const pass = readStored<Pass>(passKey)
  if (!pass || Date.now() < pass.renewAt) return readToken()
  renewing ??= ask('token', { grant_type: 'refresh_token', refresh_token: pass.refreshToken }).finally(
    () => (renewing = null),
  )
  const taken = await renewing
  // Whoever left meanwhile stays out.
  if (taken && readToken()) {
    keepToken(taken.token)
    keepPass(taken)
  }
  return readToken()
}

interface Taken {
  token: string
  pass: Pass
}

interface Answer {
  access_token: string
  refresh_token: string
  /** Seconds. */
  expires_in: number
}

/** Asks CloudBase's log-in, which stands before the functions. */
const ask = async (path: string, body: object): Promise<Taken | null> => {
  try {
    const post = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }
    const response = await fetch(`/auth/v1/${path}`, post)
    if (!response.ok) return null
    const answer = (await response.json()) as Answer
    const renewAt = Date.now() + Math.max(30, answer.expires_in - earlierSeconds) * 1000
    return { token: answer.access_token, pass: { refreshToken: answer.refresh_token, renewAt } }
  } catch {
    return null
  }
}
