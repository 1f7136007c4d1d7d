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
  await write(db, behalf.proxy, act, call.now)
  try {
    return await work()
  } catch (error) {
    // Should this be lost as well, the record says that it was done: too much, not too little.
    await write(db, behalf.proxy, { ...act, outcome: outcomeOf(error) }, null).catch(() => undefined)
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

/** @param now null: what is over may be marked as well */
async function write(db: Database, found: Proxy, act: Act, now: Date | null): Promise<void> {
  let proxy: Proxy | null = found
  for (let look = 0; look < maxLooks; look += 1) {
    const acts: Act[] | null = proxy && withAct(proxy, act)
    if (!proxy || !acts || (now && !goesOn(proxy, now))) break
    const { state, endsAt, version } = proxy
    const set = { acts, version: version + 1 }
    if (await db.changeIf(proxies, proxy._id, { version, state, endsAt }, set)) return
    proxy = await db.read(proxies, proxy._id)
  }
  throw new Refusal('PROXY_OVER')
}

/** The acts with one more, or with the row of the same request anew; null where there is no room. */
export function withAct({ acts }: Pick<Proxy, 'acts'>, act: Act): Act[] | null {
  const at = acts.findIndex(({ effectId: id }) => id === act.effectId)
  if (at >= 0) return acts.map((one, index) => (index === at ? { ...act, at: one.at } : one))
  return acts.length < bounds.acts ? [...acts, act] : null
}

const outcomeOf = (error: unknown): Act['outcome'] => {
  const isKnown = error instanceof Refusal || (error instanceof DatabaseError && !error.outcomeOpen)
  return isKnown ? 'refused' : 'unclear'
}
