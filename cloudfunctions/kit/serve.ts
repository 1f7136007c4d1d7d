import type { ActionName, Contract, Domain } from '../contract'
import type { Access } from '../contract/access'
import type { ActionDefinition } from '../contract/action'
import type { Reply } from '../contract/codes'
import { loadActor, type Actor } from './actor'
import { hashOf } from './canonical'
import { database } from './database'
import { DatabaseError } from './errors'
import { files } from './files'
import { loadDeskActor } from './desk'
import { admit } from './guard'
import type { Context, Handlers } from './handler'
import { effectId, randomToken } from './ids'
import { log, placeOf } from './log'
import { behalfOf, loadOnBehalf } from './onBehalf'
import { parseInput, parseOutput } from './parse'
import { recorded } from './proxyActs'
import { pushed } from './push'
import { mayCall } from './rates'
import { Refusal } from './refusal'
import { contentSafety } from './safety'
import { callerOpenId, callerUserId } from './sdk'
import { tickets } from './tickets'
import { wxPlatform } from './wechat'

type Main = (event: unknown) => Promise<Reply<unknown>>

type AnyHandler = (input: unknown, context: Context<ActionName>) => Promise<unknown>

/**
 * The entry of a cloud function: parse → actor → role and scope → handler → output. Nothing reaches a handler
 * that the contract does not name, and nothing leaves that its output does not name.
 * @param contract the domain's own part, so that a function need not build the schemas of all others at its start
 */
export function serve<D extends Domain>(domain: D, contract: Contract[D], handlers: Handlers<D>): Main {
  return async (event) => {
    const started = Date.now()
    const traceId = randomToken()
    const { action, input } = requestOf(event)
    const logged = { event: 'call' as const, domain, traceId }
    try {
      const data = await run(contract, handlers, { domain, action, input, event })
      log({ ...logged, action, took: Date.now() - started })
      return { ok: true, data }
    } catch (error) {
      const { code, detail, logged: field } = refusalOf(error)
      const known = action in handlers ? action : '?'
      const fault = code === 'INTERNAL' ? placeOf(error) : undefined
      log({ ...logged, action: known, took: Date.now() - started, code, field, fault })
      return { ok: false, code, ...(detail ? { detail } : {}), traceId }
    }
  }
}

async function run<D extends Domain>(
  contract: Contract[D],
  handlers: Handlers<D>,
  { domain, action, input, event }: { domain: D; action: string; input: unknown; event: unknown },
) {
  if (!Object.hasOwn(handlers, action)) throw new Refusal('INVALID_INPUT', 'action')
  const definition = (contract as Record<string, ActionDefinition>)[action]
  const handler = (handlers as Record<string, AnyHandler>)[action]
  if (!definition || !handler) throw new Refusal('INVALID_INPUT', 'action')
  const now = new Date()
  const db = database()
  const openId = callerOpenId()
  const userId = openId ? '' : callerUserId()
  // Before anything that costs: who floods is refused without a round trip.
  if (!mayCall(openId || userId, definition.cost ?? 1, now.getTime())) throw new Refusal('RATE_LIMITED')
  const desk = openId ? null : await loadDeskActor(db, userId, now)
  // A caller without a log-in learns nothing of the input's shape that a public action would not tell.
  if (!openId && !desk && !isForNobody(definition.access.kind, userId)) throw new Refusal('UNAUTHENTICATED')
  const parsed = parseInput(definition.input, input)
  const name = `${domain}.${action}`
  const asked = behalfOf(event, name, openId)
  const behalf = openId && asked ? await loadOnBehalf(db, openId, asked, now) : null
  const actor = behalf?.actor ?? (openId ? await loadActor(db, openId, now) : desk)
  const me = admit(definition.access, actor, parsed)
  const work = () => handler(parsed, contextOf(action, parsed, me, now, db))
  const output = await (behalf ? recorded(db, behalf, { name, input: parsed, now }, work) : work())
  return parseOutput(definition.output, output)
}

/** Whether an action needs no log-in. A desk that is over is nobody, but for all that no timer. */
const isForNobody = (kind: Access['kind'], userId: string): boolean =>
  kind === 'anyone' || (userId === '' && (kind === 'timer' || kind === 'push'))

function contextOf(
  action: string,
  input: unknown,
  me: Actor | null,
  now: Date,
  db: Context<ActionName>['db'],
): Context<ActionName> {
  return {
    me: me as Context<ActionName>['me'],
    now,
    db,
    files: files(),
    wechat: wxPlatform(me?.memberId ?? null, me?.desk?.sealed),
    safety: contentSafety(),
    tickets: tickets(),
    fail: (code, detail) => {
      throw new Refusal(code, detail)
    },
    effectId: (kind) =>
      effectId(kind, me?.memberId ?? '', action, (input as { requestId: string }).requestId),
    inputHash: hashOf(input),
    random: Math.random,
    elapsedMs: () => Date.now() - now.getTime(),
  }
}

/** What a client sends, what the platform's timer sends (its name is the action's), or what WeChat pushes. */
function requestOf(event: unknown): { action: string; input: unknown } {
  const { action, input, Type, TriggerName } = (event ?? {}) as Record<string, unknown>
  if (Type === 'Timer' && typeof TriggerName === 'string') return { action: TriggerName, input: {} }
  const push = pushed(event)
  if (push) return push
  return { action: typeof action === 'string' ? action : '', input: input ?? {} }
}

function refusalOf(error: unknown): { code: string; detail?: string; logged?: string } {
  if (error instanceof Refusal) return error
  if (error instanceof DatabaseError && error.fault !== 'other') return { code: 'CONFLICT' }
  return { code: 'INTERNAL' }
}
