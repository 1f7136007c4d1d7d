import { limits } from '../contract/limits'
import type { Context, Handler } from '../kit/handler'
import { atOnce } from './atOnce'
import { planBranches, planItems, planRoster, type Plan } from './plan'
import { readList, type List } from './readList'
import { batches, imports, type Import } from './store'
import { reportView } from './views'

/** Reads a list and says what it would change. Only the import itself is written, its batches first. */
export const stage: Handler<'imports.stage'> = async (input, context) => {
  const { db, fail, inputHash } = context
  const id = context.effectId('x')
  const earlier = await db.read(imports, id)
  if (earlier) return earlier.inputHash === inputHash ? reportView(earlier) : fail('CONFLICT')
  const list = await readList(Buffer.from(input.contentBase64, 'base64'))
  if (typeof list === 'string') return fail(list)
  const plan = await planOf(list, input.communityId, id, context)
  // A repeat writes the same batches again, so a crash in between leaves nothing to clear.
  await atOnce(plan.batches, (batch) => db.put(batches, batch))
  const staged = importOf(list, plan, { id, ...input }, context)
  if (await db.insert(imports, staged)) return reportView(staged)
  const other = (await db.read(imports, id)) ?? fail('CONFLICT')
  return other.inputHash === inputHash ? reportView(other) : fail('CONFLICT')
}

function planOf(list: List, communityId: string, importId: string, context: Context<'imports.stage'>) {
  if (list.kind === 'roster') return planRoster(list.entries, communityId, importId, context)
  return list.kind === 'items'
    ? planItems(list.entries, communityId, importId, context)
    : planBranches(list.entries, communityId, importId, context)
}

function importOf(
  list: List,
  plan: Plan,
  { id, communityId, fileName }: { id: string; communityId: string; fileName: string },
  { me, now, inputHash }: Context<'imports.stage'>,
): Import {
  const at = now.toISOString()
  const { added, changed, unchanged } = plan
  return {
    _id: id,
    schemaVersion: 1,
    inputHash,
    communityId,
    kind: list.kind,
    fileName,
    state: 'staged',
    stagedAt: at,
    rows: list.rows,
    blankRows: list.blankRows,
    ...{ added, changed, unchanged },
    erroneous: list.rows - list.entries.length,
    errors: list.errors.slice(0, limits.imports.errorsShown),
    done: 0,
    toDo: list.entries.length,
    batches: plan.batches.length,
    nextBatch: 0,
    busyUntil: null,
    timeline: [{ event: 'stage', at, actor: me.memberId }],
  }
}
