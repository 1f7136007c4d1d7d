import type { Context } from '../kit/handler'
import { canMove, moved, type ImportEvent } from './rules'
import { imports, type Import } from './store'

type StepContext = Context<'imports.apply'> | Context<'imports.undo'>

/**
 * For how long one call has an import for itself. A step takes about a second; after a crash the next call waits
 * at most this long.
 */
const busyMs = 20_000

/** The import, if it is the community's. */
export async function importOf(
  { db, fail }: Pick<StepContext, 'db' | 'fail'>,
  communityId: string,
  importId: string,
): Promise<Import> {
  const found = await db.read(imports, importId)
  return found?.communityId === communityId ? found : fail('NOT_FOUND')
}

/**
 * Does one step of an import alone: an apply and an undo of the same import never work at the same time.
 * @param start what else changes as the step begins
 * @param work returns the fields that change; what it writes elsewhere must be safe to repeat
 * @throws Refusal WRONG_STATE, and CONFLICT while another call is at it
 */
export async function step(
  found: Import,
  { event, start = {} }: { event: 'beginApply' | 'beginUndo'; start?: Partial<Import> },
  { db, me, now, fail }: StepContext,
  work: (begun: Import) => Promise<Partial<Import> & { finished?: ImportEvent }>,
): Promise<Import> {
  if (!canMove(found.state, event)) return fail('WRONG_STATE')
  if (found.busyUntil && found.busyUntil > now.toISOString()) return fail('CONFLICT')
  const by = { actor: me.memberId, at: now.toISOString() }
  const busyUntil = new Date(now.getTime() + busyMs).toISOString()
  const begun = { ...found, ...start, ...moved(found, event, by), busyUntil }
  const seen = { state: found.state, nextBatch: found.nextBatch, busyUntil: found.busyUntil }
  if (!(await db.changeIf(imports, found._id, seen, changesOf(begun)))) return fail('CONFLICT')
  try {
    const { finished, ...fields } = await work(begun)
    const after = { ...begun, ...fields, busyUntil: null }
    const done = finished ? { ...after, ...moved(after, finished, by) } : after
    if (!(await db.changeIf(imports, found._id, { busyUntil }, changesOf(done)))) return fail('CONFLICT')
    return done
  } catch (error) {
    await db.changeIf(imports, found._id, { busyUntil }, { busyUntil: null })
    throw error
  }
}

const changesOf = ({ state, timeline, busyUntil, nextBatch, done, toDo }: Import): Partial<Import> => ({
  state,
  timeline,
  busyUntil,
  nextBatch,
  done,
  toDo,
})

/** @throws Refusal CONFLICT when so much of the time is gone that another call may begin before this one ends */
export function stillMine({ elapsedMs, fail }: Pick<StepContext, 'elapsedMs' | 'fail'>): void {
  if (elapsedMs() > busyMs / 2) fail('CONFLICT')
}
