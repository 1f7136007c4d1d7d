import cloudbase from '@cloudbase/node-sdk'

/** Signs browsers in without WeChat. */
export interface Tickets {
  /** false where the deployment has no key for it: then nobody is asked to scan anything. */
  ready: boolean
  /**
   * A ticket that a browser exchanges for a token of this user id, within ten minutes.
   * @param until after which the log-in cannot be renewed
   */
  issue(userId: string, until: Date): string
}

/** The file that the console gives for custom log-in. */
interface CustomLogInKey {
  private_key_id: string
  private_key: string
}

/** Milliseconds after which the SDK's token is renewed. */
const refreshMs = 3_600_000

/** By CloudBase's custom log-in; its private key comes from the environment (`JINLIN_SIGN_IN_KEY`). */
export const tickets = (): Tickets => {
  const { JINLIN_SIGN_IN_KEY: key, TCB_ENV: envId } = process.env
  return {
    ready: Boolean(key),
    issue: (userId, until) => signer(key, envId).auth().createTicket(userId, options(until)),
  }
}

const options = (until: Date) => ({ refresh: refreshMs, expire: until.getTime() })

/** An instance of its own: it signs here and sends nothing. */
function signer(key: string | undefined, envId: string | undefined) {
  if (!key || !envId) throw new Error('JINLIN_SIGN_IN_KEY or TCB_ENV is missing')
  const credentials = { env_id: envId, ...(JSON.parse(key) as CustomLogInKey) }
  return cloudbase.init({ env: envId, credentials })
}
