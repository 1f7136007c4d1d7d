import { sign } from '../kit/keys'

/** What is kept of a phone number to compare it with the roster: worthless without the deployment's key. */
export const phoneHmac = (phone: string): string => sign('household-roster', phone).toString('base64url')

/** Of the sealing key: a number that staff may have to call while they verify. */
export const phoneSeal = 'declared phone'
