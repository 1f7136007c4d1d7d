import { nameOfPlace } from '../community/read'
import { bounds } from '../contract/exports-bounds'
import { limits } from '../contract/limits'
import { audits } from '../kit/audit'
import type { Database } from '../kit/database'
import type { Context, Handler } from '../kit/handler'
import { partsFrom } from './queries'
import { aboutOf, cutTo } from './rules'
import { sourceOf } from './sources'
import { isMade } from './states'
import { after, exportOf, keep, stillMine, take } from './step'
import { exportsAsked, partIdOf, parts, pathOf, type Export, type Part } from './store'
import { exportView, isUnmasked } from './views'
import { workbookOf } from './workbook'

type Building = Context<'exports.build'>

/**
 * Reads the next rows, and when all are read makes the workbook. A step that breaks anywhere is done again by the next
 * call, from where the last one ended. Three round trips, two for each part, some for the workbook.
 */
export const build: Handler<'exports.build'> = async ({ communityId, exportId }, context) => {
  const found = await exportOf(context, communityId, exportId)
  if (isMade(found.state)) return exportView(found)
  const taken = await take(found, context)
  if (found.tries >= bounds.tries) return exportView(await giveUp(taken, context))
  try {
    const read = await readOn(taken, context)
    const next = read.isRead ? await finish(read, context) : { ...read, busyUntil: null }
    const kept = await keep(taken, next, context)
    // Only now: a step that broke before would find none of them when it is done again.
    if (isMade(kept.state)) await context.db.removeMany(parts, { exportId })
    return exportView(kept)
  } catch (error) {
    await context.db.changeIf(exportsAsked, exportId, { busyUntil: taken.busyUntil }, { busyUntil: null })
    throw error
  }
}

/** Parts, one after another, until all is read or the call's time is up. */
async function readOn(taken: Export, context: Building): Promise<Export> {
  if (taken.isRead) return taken
  const { db, elapsedMs } = context
  const source = sourceOf(taken.what)
  const of = taken.of || (await source.count(db, taken))
  let next: Export = { ...taken, of }
  while (!next.isRead && elapsedMs() < bounds.stepMs) {
    const page = await source.page(db, next, bounds.perPart)
    const { rows, isCut } = cutTo(limits.exports.rows - next.rows, page.rows)
    stillMine(context)
    // The same part is written again when the step is repeated.
    await db.put(parts, partOf(next, rows))
    next = {
      ...next,
      done: next.done + page.seen,
      rows: next.rows + rows.length,
      parts: next.parts + 1,
      cursor: page.cursor,
      isRead: isCut || page.cursor === null,
      isCut,
    }
  }
  return keep(taken, { ...next, tries: 0 }, context)
}

const partOf = ({ _id, parts: index }: Export, rows: Part['rows']): Part => ({
  _id: partIdOf(_id, index),
  schemaVersion: 1,
  exportId: _id,
  rows,
})

/** The workbook, its audit row, and only then that it is there. */
async function finish(read: Export, context: Building): Promise<Export> {
  const { db, files, me, now } = context
  const source = sourceOf(read.what)
  const [rows, community] = await Promise.all([rowsOf(db, read), nameOfPlace(db, read.communityId)])
  const sorted = source.order ? rows.sort(source.order) : rows
  const about = aboutOf(read, {
    community,
    by: me.member?.name ?? '',
    now,
    isUnmasked: isUnmasked(read.what),
  })
  const workbook = workbookOf({ columns: source.columns(read.what), rows: sorted, about, now })
  stillMine(context)
  await files.upload(pathOf(read), workbook)
  await db.insert(audits, auditOf(read, context))
  const keptMs = limits.exports.hours * 3_600_000
  const expiresAt = new Date(now.getTime() + keptMs).toISOString()
  return { ...after(read, 'finish', context), busyUntil: null, expiresAt }
}

async function rowsOf(db: Database, read: Export): Promise<Part['rows']> {
  const rows: Part['rows'] = []
  for (let from = 0; from < read.parts; from += bounds.partsAtOnce) {
    const count = Math.min(bounds.partsAtOnce, read.parts - from)
    for (const part of await db.list(parts, partsFrom(read._id, from, count))) rows.push(...part.rows)
  }
  return rows
}

/** Who got which fields of how many, and why in full. */
const auditOf = (read: Export, { me, now }: Building) => ({
  _id: `export:${read._id}`,
  schemaVersion: 1 as const,
  communityId: read.communityId,
  actor: me.memberId,
  action: 'exports.build',
  document: read._id,
  inputHash: read.inputHash,
  at: now.toISOString(),
  before: {},
  after: {
    what: read.what,
    fields: sourceOf(read.what)
      .columns(read.what)
      .map(({ title }) => title),
    rows: read.rows,
    isUnmasked: isUnmasked(read.what),
  },
})

async function giveUp(taken: Export, context: Building): Promise<Export> {
  return keep(taken, { ...after(taken, 'fail', context), busyUntil: null }, context)
}
