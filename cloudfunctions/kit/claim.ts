import { z } from 'zod'
import { Instant } from '../contract/fields'
import { collection } from './collection'
import type { Database } from './database'
import type { Context } from './handler'
import { Refusal } from './refusal'
import type { Tx } from './transact'

const Claim = z.object({ _id: z.string(), schemaVersion: z.literal(1), inputHash: z.string(), at: Instant })

/** That a request id was used, and for what; its id is the request's effect, which leads to nobody. */
export type Claim = z.infer<typeof Claim>

/** Kept for `limits.requestDays`. */
export const claims = collection<Claim>('claims', Claim)

type Claiming = Pick<Context<'inbox.read'>, 'effectId' | 'inputHash' | 'now'>

/**
 * Claims a request's id for its input, in the transaction that has its effect: whoever uses the id again with another
 * input is refused, whatever document that names. For effects on documents that exist already; an effect with a
 * document of its own keeps the input's hash there. One round trip; a claimed id makes the transaction start over.
 * @returns whether the same request was through before
 * @throws Refusal CONFLICT
 */
export async function claim(tx: Tx, attempt: number, context: Claiming): Promise<boolean> {
  const mine = claimOf(context)
  const earlier = attempt > 0 ? await tx.find(claims, mine._id) : null
  if (earlier) return isRepeat(earlier, mine)
  await tx.insert(claims, mine)
  return false
}

/** The same before several steps that can each be repeated, and for an effect that needs no transaction. */
export async function claimFirst(db: Database, context: Claiming): Promise<boolean> {
  const mine = claimOf(context)
  if (await db.insert(claims, mine)) return false
  const earlier = await db.read(claims, mine._id)
  return earlier !== null && isRepeat(earlier, mine)
}

const claimOf = ({ effectId, inputHash, now }: Claiming): Claim => ({
  _id: effectId('a'),
  schemaVersion: 1,
  inputHash,
  at: now.toISOString(),
})

function isRepeat(earlier: Claim, mine: Claim): boolean {
  if (earlier.inputHash !== mine.inputHash) throw new Refusal('CONFLICT')
  return true
}
