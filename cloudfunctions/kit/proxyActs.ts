import { bounds } from '../contract/proxy-bounds'
import type { ActKind } from '../contract/proxied'
import type { Database } from './database'
import { DatabaseError } from './errors'
import { effectId, type IdKind } from './ids'
import { goesOn, type OnBehalf } from './onBehalf'
import { proxies, type Act, type Proxy } from './proxies'
import { Refusal } from './refusal'

/** Looks at a record that another act is being written to at this very moment. */
const maxLooks = 6

const letterOf: Record<ActKind, IdKind> = { case: 'c', meeting: 't', sign_up: 's', redemption: 'r' }

/**
 * Does something in a resident's stead. The record has its row before anything happens, under the condition that the
 * 代办 still goes on; what is refused or breaks is marked so afterwards. So the record may say too much, should the
 * function die in between, and never too little (docs/decisions/0135). One round trip, one more where it is refused;
 * none for what is only looked at.
 * @throws Refusal PROXY_OVER
 */
export async function recorded<Result>(
  db: Database,
  behalf: OnBehalf,
  call: { name: string; input: unknown; now: Date },
  work: () => Promise<Result>,
): Promise<Result> {
  const act = actOf(behalf, call)
  if (!act) return work()
  const earlier = await write(db, behalf.proxy, act, call.now)
  try {
    return await work()
  } catch (error) {
    // Should this be lost as well, the record says that it was done: too much, not too little.
    if (earlier?.outcome !== 'done')
      await write(db, behalf.proxy, failed(earlier, { ...act, outcome: outcomeOf(error) })).catch(
        () => undefined,
      )
    throw error
  }
}

function actOf(
  { open, actor, proxy }: OnBehalf,
  { name, input, now }: { name: string; input: unknown; now: Date },
): Act | null {
  if (open === 'look') return null
  const { kind, field } = open
  const [, action = ''] = name.split('.')
  const fields = input as Record<string, string>
  const idOf = (letter: IdKind) => effectId(letter, actor.memberId, action, fields.requestId ?? '')
  return {
    effectId: effectId('a', proxy._id, name, fields.requestId ?? ''),
    action: name,
    kind,
    objectId: field === 'new' ? idOf(letterOf[kind]) : (fields[field] ?? ''),
    at: now.toISOString(),
    outcome: 'done',
  }
}

/** A request's row as it begins: a repeat of what was done has nothing to add to it. */
const begun = (act: Act, earlier: Act | null): Act => (earlier?.outcome === 'done' ? earlier : act)

/**
 * A request's row after a refusal or a break: what an earlier call of the same request did, or may have done, is not
 * undone by the refusal of a later one.
 */
const failed = (earlier: Act | null, act: Act): Act =>
  !earlier || earlier.outcome === 'refused' ? act : earlier

/**
 * Writes the row of a request.
 * @param beginsAt when it begins; without it how it ended is written, also where the 代办 is over
 * @returns the row as it was before; null where there was none
 * @throws Refusal PROXY_OVER, also where there is no room for one more
 */
async function write(db: Database, found: Proxy, act: Act, beginsAt?: Date): Promise<Act | null> {
  let proxy: Proxy | null = found
  for (let look = 0; look < maxLooks; look += 1) {
    if (!proxy || (beginsAt && !goesOn(proxy, beginsAt))) break
    const { acts: present, state, endsAt, version }: Proxy = proxy
    const earlier = present.find(({ effectId: id }) => id === act.effectId) ?? null
    const acts = withAct(present, beginsAt ? begun(act, earlier) : act)
    if (!acts) break
    const set = { acts, version: version + 1 }
    if (await db.changeIf(proxies, proxy._id, { version, state, endsAt }, set)) return earlier
    proxy = await db.read(proxies, proxy._id)
  }
  throw new Refusal('PROXY_OVER')
}

/** The acts with one more, or with the row of the same request anew; null where there is no room. */
function withAct(acts: readonly Act[], act: Act): Act[] | null {
  const at = acts.findIndex(({ effectId: id }) => id === act.effectId)
  if (at >= 0) return acts.map((one, index) => (index === at ? { ...act, at: one.at } : one))
  return acts.length < bounds.acts ? [...acts, act] : null
}

const outcomeOf = (error: unknown): Act['outcome'] => {
  const isKnown = error instanceof Refusal || (error instanceof DatabaseError && !error.outcomeOpen)
  return isKnown ? 'refused' : 'unclear'
}
