import type { Context } from '../kit/handler'
import { randomToken } from '../kit/ids'
import { sameText, sha256, sign } from '../kit/keys'
import { linkTo } from '../kit/links'
import { invitations, type Invitation } from './store'

/** What is kept of a number to compare it: worthless without the deployment's key. */
export const phoneHmac = (phone: string): string => sign('duty-invitation', phone).toString('base64url')

/** A new secret for an invitation: the link that holds it, and the hash that is kept of it. */
export function newSecret(invitationId: string): { link: string; secretHash: string } {
  const secret = randomToken()
  const link = linkTo('features/duties/invitation', `${invitationId}.${secret}`)
  return { link, secretHash: sha256(secret) }
}

/**
 * The invitation that a link opens. One round trip.
 * @throws Refusal NOT_FOUND, whether there is none of that id or the secret is another's
 */
export async function invitationOf(
  token: string,
  { db, fail }: Pick<Context<'duties.decline'>, 'db' | 'fail'>,
): Promise<Invitation> {
  const [id = '', secret = ''] = token.split('.')
  const found = await db.read(invitations, id)
  return found && isOpenedBy(found, secret) ? found : fail('NOT_FOUND')
}

/** Whether it is the secret of its present link. */
export const isOpenedBy = ({ secretHash }: Invitation, secret: string): boolean =>
  sameText(secretHash, sha256(secret))
