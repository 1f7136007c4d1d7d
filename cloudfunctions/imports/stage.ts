import { limits } from '../contract/limits'
import type { Context, Handler } from '../kit/handler'
import { atOnce } from './atOnce'
import { planBranches, planItems, planRoster, type Plan } from './plan'
import { readList, type List } from './readList'
import { batches, imports, type Import } from './store'
import { planTerritory } from './territoryWork'
import { reportView } from './views'

/** Reads a list and says what it would change. Only the import itself is written, its batches first. */
export const stage: Handler<'imports.stage'> = async (input, context) => {
  const { db, fail, inputHash } = context
  const id = context.effectId('x')
  const earlier = await db.read(imports, id)
  if (earlier) return earlier.inputHash === inputHash ? reportView(earlier) : fail('CONFLICT')
  const list = await readList(Buffer.from(input.contentBase64, 'base64'))
  if (typeof list === 'string') return fail(list)
  const { plan, read } = await planOf(list, input.communityId, id, context)
  // A repeat writes the same batches again, so a crash in between leaves nothing to clear.
  await atOnce(plan.batches, (batch) => db.put(batches, batch))
  const staged = importOf(read, plan, { id, ...input }, context)
  if (await db.insert(imports, staged)) return reportView(staged)
  const other = (await db.read(imports, id)) ?? fail('CONFLICT')
  return other.inputHash === inputHash ? reportView(other) : fail('CONFLICT')
}

/** What the list would do, and the list itself: comparing it may find more that is wrong with it. */
async function planOf(
  list: List,
  communityId: string,
  importId: string,
  context: Context<'imports.stage'>,
): Promise<{ plan: Plan; read: List }> {
  if (list.kind === 'territory') {
    const { plan, read } = await planTerritory(list, communityId, importId, context)
    return { plan, read: { ...list, ...read } }
  }
  if (list.kind === 'roster') {
    const { plan, read } = await planRoster(list, communityId, importId, context)
    return { plan, read: { ...list, ...read } }
  }
  const plan =
    list.kind === 'items'
      ? await planItems(list.entries, communityId, importId, context)
      : await planBranches(list.entries, communityId, importId, context)
  return { plan, read: list }
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
