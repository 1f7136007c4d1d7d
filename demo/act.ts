import { contract, type ActionName, type Input, type Output } from '../cloudfunctions/contract'
import type { ActionDefinition } from '../cloudfunctions/contract/action'
import { loadActor } from '../cloudfunctions/kit/actor'
import { hashOf } from '../cloudfunctions/kit/canonical'
import { database } from '../cloudfunctions/kit/database'
import { files } from '../cloudfunctions/kit/files'
import { wxPlatform } from '../cloudfunctions/kit/wechat'
import { admit } from '../cloudfunctions/kit/guard'
import type { Context, Handler } from '../cloudfunctions/kit/handler'
import { effectId } from '../cloudfunctions/kit/ids'
import { parseInput } from '../cloudfunctions/kit/parse'
import { Refusal } from '../cloudfunctions/kit/refusal'
import { personaOf } from './personas'

/** An action of the product, done by a persona at some time past: what the demo's history is made of. */
export async function act<N extends ActionName>(
  name: N,
  handler: Handler<N>,
  persona: string,
  input: Input<N>,
  at: Date,
): Promise<Output<N>> {
  const db = database()
  const definition = definitionOf(name)
  const parsed = parseInput(definition.input, input) as Input<N>
  const actor = await loadActor(db, personaOf(persona).openId, at)
  const { requestId = '' } = parsed as { requestId?: string }
  return handler(parsed, {
    me: admit(definition.access, actor, parsed) as Context<N>['me'],
    now: at,
    db,
    files: files(),
    wechat: wxPlatform(actor.memberId),
    // What the demo says is known, and its people are on no phone: WeChat is not asked.
    safety: { checkText: () => Promise.resolve('pass'), askAboutPhoto: () => Promise.resolve(null) },
    tickets: { ready: false, issue: () => '' },
    fail: (code, detail) => {
      throw new Refusal(code, detail)
    },
    effectId: (kind) => effectId(kind, actor.memberId, name, requestId),
    inputHash: hashOf(parsed),
    random: Math.random,
    elapsedMs: () => 0,
  })
}

function definitionOf(name: ActionName): ActionDefinition {
  const [domain = '', action = ''] = name.split('.')
  const found = (contract as Record<string, Record<string, ActionDefinition>>)[domain]?.[action]
  if (!found) throw new Error(`no action ${name}`)
  return found
}
