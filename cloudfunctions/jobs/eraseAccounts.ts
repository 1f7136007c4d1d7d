import { bounds } from '../contract/privacy-bounds'
import type { Context, Handler } from '../kit/handler'
import { personOf } from '../privacy/person'
import { dueAt } from '../privacy/queries'
import { againAt, leaseOf } from '../privacy/rules'
import { erasureAfter } from '../privacy/states'
import { erasures, type Erasure } from '../privacy/store'
import { allHoldings } from './holdings'
import { settleAccount } from './settleAccount'

type Stage = Pick<Context<'jobs.eraseAccounts'>, 'db' | 'files' | 'now' | 'elapsedMs'>
type Step = Pick<Erasure, 'state' | 'collection' | 'after'>

/** Deletions of one run, and milliseconds after which it stops: the next run goes on. */
const [batch, budgetMs] = [10, 20_000]

/**
 * Goes on with the deletion of accounts: settles what is open, then wipes collection after collection by the table of
 * holdings. How far it has come is kept; what is done again is the same.
 */
export const eraseAccounts: Handler<'jobs.eraseAccounts'> = async (_input, stage) => {
  const { db, now } = stage
  const due = await db.list(erasures, dueAt(now.toISOString(), batch))
  let [settled, done, more] = [0, 0, due.length === batch]
  let problem: unknown
  for (const erasure of due) {
    const held = { ...erasure, nextAt: leaseOf(now) }
    if (stage.elapsedMs() > budgetMs) more = true
    else if (await hold(stage, erasure)) {
      try {
        const state = await goOn(stage, held)
        settled += Number(erasure.state === 'settling' && state !== 'settling')
        done += Number(state === 'done')
        more ||= state !== 'done'
      } catch (error) {
        problem ??= error
        const tries = Math.min(erasure.tries + 1, bounds.tries)
        await move(stage, held, { tries, nextAt: againAt(now, tries) })
      }
    }
  }
  // One that goes wrong holds up no other; the run is reported as failed all the same.
  if (problem) throw problem
  return { settled, done, more }
}

/** @returns the state in which the deletion is afterwards */
async function goOn(stage: Stage, held: Erasure): Promise<Erasure['state']> {
  const { db, now } = stage
  let step: Step = held
  if (step.state === 'settling') {
    // What was under way when the account went may have come in since: it looks until nothing is left.
    while (!(await settleAccount(db, held, now))) if (stage.elapsedMs() > budgetMs) return step.state
    step = { ...step, state: erasureAfter(step.state, 'settle') ?? step.state }
  }
  const person = await personOf(db, held.memberId)
  while (stage.elapsedMs() < budgetMs) {
    const next = await wipeSome(stage, step, person)
    if (!next) {
      const state = erasureAfter(step.state, 'finish') ?? step.state
      const end = { state, collection: '', after: '', nextAt: null, doneAt: now.toISOString(), tries: 0 }
      await move(stage, held, end)
      return state
    }
    step = next
  }
  await move(stage, held, { ...step, nextAt: now.toISOString() })
  return step.state
}

/** Wipes some rows of the collection that a step names. @returns the next step; null when all are done */
async function wipeSome(
  stores: Stage,
  step: Step,
  person: Awaited<ReturnType<typeof personOf>>,
): Promise<Step | null> {
  const at = Math.max(
    0,
    allHoldings.findIndex(({ collection }) => collection === step.collection),
  )
  const after = await allHoldings[at]?.people?.eraseSome(stores, person, step.after)
  if (typeof after === 'string') return { ...step, collection: allHoldings[at]?.collection ?? '', after }
  const next = allHoldings[at + 1]
  return next ? { ...step, collection: next.collection, after: '' } : null
}

const hold = ({ db, now }: Stage, { _id, nextAt }: Erasure): Promise<boolean> =>
  db.changeIf(erasures, _id, { nextAt }, { nextAt: leaseOf(now) })

/** Writes a step, if the deletion is still held by this run. */
const move = ({ db }: Stage, held: Erasure, set: Partial<Omit<Erasure, '_id'>>): Promise<boolean> =>
  db.changeIf(erasures, held._id, { nextAt: held.nextAt }, set)
