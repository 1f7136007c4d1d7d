import { z } from 'zod'
import { helpers } from './proxied'

/*
 * What a stored 代办 is made of. Apart from `proxy.ts`, because every function reads such a document and none but
 * `proxy` needs the schemas of its actions.
 */

/**
 * Where a 代办 stands; see proxy/states.ts. `ended`: over, and the resident has not said anything yet; `lapsed`: nor
 * for a month; `objected`: not as agreed, the community is to answer; `settled`: it has.
 */
export const ProxyState = z.enum(['open', 'ended', 'confirmed', 'objected', 'settled', 'lapsed'])

export const ProxyEvent = z.enum(['start', 'end', 'expire', 'confirm', 'object', 'remind', 'lapse', 'settle'])

/** Why somebody needs a hand. */
export const ProxyWhy = z.enum(['no_phone', 'eyes', 'hands', 'unsure', 'away', 'other'])

/** How the resident agreed. */
export const ProxyAgreed = z.enum(['in_person', 'by_phone'])

/** In which of somebody's names a helper acts. */
export const Helper = z.enum(helpers)

/** `refused`: it was tried and not done; `unclear`: something broke, it may or may not have been done. */
export const ActOutcome = z.enum(['done', 'refused', 'unclear'])

/** What an act is about. */
export const ActKind = z.enum(['case', 'meeting', 'sign_up', 'redemption'])
