import type { FaultRule } from '../../localcloud/faults'
import { inTurn } from './breadth'

/** Every way in which one request to the database can go wrong; a crash before one is a crash after the one before. */
export const faultKinds: FaultRule['kind'][] = ['errorBefore', 'errorAfter', 'conflict', 'crashAfter']

/**
 * Which of an action's requests go wrong in this way, 1 for the first: each, or those whose turn it is, so that over
 * all ways each request goes wrong once.
 * @param count how many requests the action makes
 */
export function faultyRequests(kind: FaultRule['kind'], count: number): readonly number[] {
  const all = Array.from({ length: count }, (_one, index) => index + 1)
  return inTurn(all, faultKinds.length, faultKinds.indexOf(kind))
}
