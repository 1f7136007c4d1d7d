import { call } from '@/services/call'
import type { Failure } from '@/services/replies'
import { runTo, type ImportReport, type Tell } from './run-to'

/**
 * Applies a staged import to its end, some rows a call; safe to start again after a break.
 * @param tell hears of each step
 * @returns why it stopped short; null when it is applied
 */
export const applyAll = (
  report: Pick<ImportReport, 'id' | 'communityId'>,
  skipErroneous: boolean,
  tell: Tell,
): Promise<Failure | null> => {
  const input = { communityId: report.communityId, importId: report.id, skipErroneous }
  return runTo('applied', () => call('imports.apply', input), tell)
}

/** Takes an import back to its end; otherwise as `applyAll`. */
export const undoAll = (
  report: Pick<ImportReport, 'id' | 'communityId'>,
  tell: Tell,
): Promise<Failure | null> => {
  const input = { communityId: report.communityId, importId: report.id }
  return runTo('undone', () => call('imports.undo', input), tell)
}
