import type { Handler } from '../kit/handler'
import { proofs } from './store'

export const ledgerState: Handler<'points.ledgerState'> = async ({ communityId }, { db }) => {
  const proof = await db.read(proofs, communityId)
  return { frozen: proof?.frozen ?? false, lastProof: proof && { at: proof.at, ...proof.figures } }
}
