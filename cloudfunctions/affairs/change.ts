import type { Actor } from '../kit/actor'
import { claim } from '../kit/claim'
import type { Context } from '../kit/handler'
import { Refusal } from '../kit/refusal'
import type { Tx } from '../kit/transact'
import { isReporterOf, isSeenBy, speakerOf, workersOf } from './actors'
import { tell } from './notices'
import { moved, type Happening, type Who } from './states'
import { cases, type Case } from './store'

/** What every action on a case is handed. */
export type Changing = Pick<
  Context<'affairs.accept'>,
  'me' | 'now' | 'db' | 'effectId' | 'inputHash' | 'files'
>

/** Which case, and, for those who work on it, the version that they saw. */
interface Target {
  caseId: string
  version?: number
}

type Decide = (tx: Tx, kase: Case) => Promise<Happening>

/**
 * Something happens to a case at the hands of its staff or its handler: the state, one row of the timeline and the
 * messages to whom it concerns, in one transaction. A repeat of the request finds its row and changes nothing. Seven
 * round trips with one message, and one for each further message and each read of `decide`.
 * @param decide sees the case as it is now; may refuse
 * @throws Refusal NOT_FOUND, CHANGED_MEANWHILE, and what the table says
 */
export const changeAsStaff = (target: Target, context: Changing, decide: Decide): Promise<Case> =>
  change(target, context, decide, (kase, me) => (isSeenBy(kase, me) ? workersOf(kase, me) : null))

/** The same at the hands of its reporter. @throws Refusal NOT_FOUND for everybody else, and what the table says */
export const changeAsReporter = (caseId: string, context: Changing, decide: Decide): Promise<Case> =>
  change({ caseId }, context, decide, (kase, me) => (isReporterOf(kase, me) ? ['reporter'] : null))

function change(
  { caseId, version }: Target,
  context: Changing,
  decide: Decide,
  whoIs: (kase: Case, me: Actor) => Who[] | null,
): Promise<Case> {
  const { me, db, now, inputHash } = context
  const effectId = context.effectId('a')
  return db.transact(async (tx, attempt) => {
    const kase = await tx.find(cases, caseId)
    // Whoever did it may have lost sight of the case by doing so, and still gets the answer again.
    const earlier = kase?.timeline.find((row) => row.effectId === effectId)
    if (kase && earlier) return earlier.inputHash === inputHash ? kase : refuse('CONFLICT')
    const who = kase && whoIs(kase, me)
    if (!kase || !who) throw new Refusal('NOT_FOUND')
    await claim(tx, attempt, context)
    if (version !== undefined && version !== kase.version) throw new Refusal('CHANGED_MEANWHILE')
    const happening = await decide(tx, kase)
    const speaker = speakerOf(kase, me, who)
    const by = me.by && { by: me.by }
    const doing = { effectId, inputHash, at: now.toISOString(), speaker, actor: me.memberId, ...by }
    const after = moved(kase, happening, who, doing)
    if (typeof after === 'string') return refuse(after)
    await tx.put(cases, after)
    await tell(tx, after, happening, doing)
    return after
  })
}

function refuse(code: string): never {
  throw new Refusal(code)
}
