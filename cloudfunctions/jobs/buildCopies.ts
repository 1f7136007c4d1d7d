import type { Output } from '../contract'
import { bounds } from '../contract/privacy-bounds'
import type { Context, Handler } from '../kit/handler'
import { copyFile } from '../privacy/copyFiles'
import { dueAt } from '../privacy/queries'
import { againAt, leaseOf } from '../privacy/rules'
import { copyAfter } from '../privacy/states'
import { copies, type Copy } from '../privacy/store'
import { allHoldings } from './holdings'

type Stage = Pick<Context<'jobs.buildCopies'>, 'db' | 'files' | 'now' | 'elapsedMs'>
type Did = 'files' | 'ready' | 'expired' | 'failed'

/** Copies of one run, and milliseconds after which it begins no further file: the next run goes on. */
const [batch, budgetMs] = [10, 20_000]

/**
 * Makes the copies that people asked for, and removes those whose days are over. Whoever runs holds a copy by a lease;
 * a file is written under a name that follows from its number, so a step that was lost is done again and is the same.
 */
export const buildCopies: Handler<'jobs.buildCopies'> = async (_input, stage) => {
  const { db, now } = stage
  const did: Record<Did, number> = { files: 0, ready: 0, expired: 0, failed: 0 }
  const due = await db.list(copies, dueAt(now.toISOString(), batch))
  let more = due.length === batch
  for (const copy of due) {
    if (stage.elapsedMs() > budgetMs) more = true
    else if (await hold(stage, copy)) more = (await workOn(stage, copy, did)) || more
  }
  return { ...did, more } satisfies Output<'jobs.buildCopies'>
}

const hold = ({ db, now }: Stage, { _id, nextAt, state, request }: Copy): Promise<boolean> =>
  db.changeIf(copies, _id, { nextAt, state, request }, { nextAt: leaseOf(now) })

/** @returns whether there is more to do on it */
async function workOn(stage: Stage, copy: Copy, did: Record<Did, number>): Promise<boolean> {
  const held = { ...copy, nextAt: leaseOf(stage.now) }
  if (copyAfter(copy.state, 'expire')) {
    await stage.files.remove([...fileIds(copy), ...copy.toRemove])
    did.expired += Number(
      await move(stage, held, { state: 'expired', files: [], toRemove: [], nextAt: null }),
    )
    return false
  }
  try {
    return await build(stage, held, did)
  } catch {
    const tries = copy.tries + 1
    const hasFailed = tries >= bounds.tries
    await move(stage, held, {
      tries,
      state: hasFailed ? (copyAfter(copy.state, 'fail') ?? copy.state) : copy.state,
      nextAt: hasFailed ? null : againAt(stage.now, tries),
    })
    did.failed += 1
    return !hasFailed
  }
}

async function build(stage: Stage, held: Copy, did: Record<Did, number>): Promise<boolean> {
  const { files, now } = stage
  await files.remove(held.toRemove)
  let copy: Copy = { ...held, toRemove: [], state: copyAfter(held.state, 'begin') ?? held.state }
  while (copy.files.length < bounds.copyFiles && stage.elapsedMs() < budgetMs) {
    const made = await copyFile(stage, allHoldings, copy.memberId, copy.files.length, now)
    if (!made) return finish(stage, held, copy, did)
    const fileId = await files.upload(`copies/${copy.request}/${copy.files.length}.zip`, made.content)
    const file = { fileId, name: made.name, bytes: made.content.length }
    copy = { ...copy, files: [...copy.files, file] }
    did.files += 1
  }
  if (copy.files.length >= bounds.copyFiles) return finish(stage, held, copy, did)
  const { state, toRemove, files: made } = copy
  await move(stage, held, { state, toRemove, files: made, nextAt: now.toISOString() })
  return true
}

async function finish(stage: Stage, held: Copy, copy: Copy, did: Record<Did, number>): Promise<boolean> {
  const expiresAt = new Date(stage.now.getTime() + bounds.copyDays * 86_400_000).toISOString()
  const state = copyAfter(copy.state, 'finish') ?? copy.state
  const { toRemove, files } = copy
  const done = { state, toRemove, files, expiresAt, nextAt: expiresAt, tries: 0 }
  did.ready += Number(await move(stage, held, done))
  return false
}

/** Writes a step, if the copy is still held by this run. */
const move = ({ db }: Stage, held: Copy, set: Partial<Omit<Copy, '_id'>>): Promise<boolean> =>
  db.changeIf(copies, held._id, { nextAt: held.nextAt, request: held.request }, set)

const fileIds = ({ files }: Copy): string[] => files.map(({ fileId }) => fileId)
