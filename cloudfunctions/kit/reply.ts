import type { Collection, Stored } from './collection'
import { DatabaseError, databaseError } from './errors'
import type { SdkReply } from './sdk'

/** A reply that holds a code is an error that the SDK did not throw. @throws DatabaseError */
export async function checked<R extends SdkReply>(reply: Promise<R>): Promise<R> {
  try {
    const settled = await reply
    if (settled.code) throw settled
    return settled
  } catch (problem) {
    throw problem instanceof DatabaseError ? problem : databaseError(problem)
  }
}

/** A stored document in the present schema. */
export const current = <D extends Stored>(from: Collection<D>, found: Stored): D =>
  from.upgrade ? from.upgrade(found) : (found as D)
