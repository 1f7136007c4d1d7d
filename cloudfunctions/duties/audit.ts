import { audits, type Audit } from '../kit/audit'
import { Refusal } from '../kit/refusal'
import type { Tx } from '../kit/transact'

/**
 * Writes the audit row of a change in the change's own transaction; its id is the request's, so it also tells a repeat.
 * One round trip; a repeat makes the transaction start over.
 * @returns whether the same request was through before
 * @throws Refusal CONFLICT for the same id with another input
 */
export async function auditOnce(
  tx: Tx,
  attempt: number,
  row: Omit<Audit, 'schemaVersion'>,
): Promise<boolean> {
  const earlier = attempt > 0 ? await tx.find(audits, row._id) : null
  if (earlier && earlier.inputHash !== row.inputHash) throw new Refusal('CONFLICT')
  if (earlier) return true
  await tx.insert(audits, { ...row, schemaVersion: 1 })
  return false
}
