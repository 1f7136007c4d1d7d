import type { Database } from '../kit/database'
import type { Files } from '../kit/files'
import type { ContentSafety, Verdict } from '../kit/safety'
import { dueChecks } from './queries'
import { askAgain, awaiting, eventOf, strictest } from './rules'
import { settle } from './settle'
import { checks, type Check } from './store'

/** What WeChat's refusal is called where no person has given a reason. */
export const machineReason = '含有不适合公开的内容'

/** WeChat silent so often in a row is down: the rest of a run waits for the next. */
const silencesInARow = 3

export interface Run {
  db: Database
  files: Files
  safety: ContentSafety
  now: Date
  most: number
  mayGoOn: () => boolean
}

type Fate = 'decided' | 'waiting'

/**
 * Asks WeChat about what is held and due, one after the other. Each outcome is a transaction of its own that looks
 * again, so two runs at once, or a run and a member of staff, decide once. One round trip, and up to eight for each.
 */
export async function recheck(run: Run): Promise<{ decided: number; waiting: number; more: boolean }> {
  const due = await run.db.list(checks, dueChecks(run.now.toISOString(), run.most))
  const fates: Fate[] = []
  let silences = 0
  for (const check of due) {
    if (!run.mayGoOn() || silences >= silencesInARow) break
    const { fate, isSilent } = await look(run, check)
    silences = isSilent ? silences + 1 : 0
    fates.push(fate)
  }
  const decided = fates.filter((fate) => fate === 'decided').length
  return {
    decided,
    waiting: fates.length - decided,
    more: fates.length < due.length || due.length === run.most,
  }
}

async function look(run: Run, check: Check): Promise<{ fate: Fate; isSilent: boolean }> {
  if (check.photoId === null) {
    const verdict = await textVerdict(run, check)
    return { fate: await take(run.db, check, verdict, run.now), isSilent: verdict === 'down' }
  }
  // Whose answer has not come by now is looked at by a person: never shown by itself, never lost.
  if (check.traceId !== null) return { fate: await take(run.db, check, 'review', run.now), isSilent: false }
  const url = (await run.files.links([check.photoId])).get(check.photoId)
  const traceId = url ? await run.safety.askAboutPhoto(url, writerOf(check)) : null
  if (traceId === null) return { fate: await take(run.db, check, 'down', run.now), isSilent: true }
  await run.db.changeIf(checks, check._id, asSeen(check), {
    ...awaiting(check, traceId, run.now),
    version: check.version + 1,
  })
  return { fate: 'waiting', isSilent: false }
}

async function textVerdict({ safety }: Run, check: Check): Promise<Verdict> {
  return strictest(await Promise.all(check.texts.map(({ text }) => safety.checkText(text, writerOf(check)))))
}

const writerOf = ({ sealed, writerId }: Check) => ({ sealed: sealed ?? '', memberId: writerId })

const asSeen = ({ version }: Check) => ({ state: 'checking', version })

/** What a verdict does to something held. Nothing where it has moved on since it was seen. */
export async function take(db: Database, seen: Check, verdict: Verdict, now: Date): Promise<Fate> {
  const again = verdict === 'down' ? askAgain(seen, now) : null
  if (again) {
    await db.changeIf(checks, seen._id, asSeen(seen), { ...again, version: seen.version + 1 })
    return 'waiting'
  }
  const event = eventOf(verdict) ?? 'doubt'
  const reason = event === 'refuse' ? machineReason : ''
  const row = { event, at: now.toISOString(), actor: 'wechat', reason, effectId: '', inputHash: '' }
  await db.transact(async (tx) => {
    const check = await tx.find(checks, seen._id)
    if (check?.version === seen.version) await settle(tx, check, 'wechat', row)
  })
  return 'decided'
}
