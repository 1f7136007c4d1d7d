import { notify, type Notice } from '../inbox/post'
import { claim } from '../kit/claim'
import type { Context } from '../kit/handler'
import { Refusal } from '../kit/refusal'
import { earlierBy, requestOf } from '../kit/repeats'
import { noticeOf } from './notices'
import { movedProxy, type ProxyEvent, type ProxyMover } from './states'
import { proxies, type Proxy } from './store'

type Moving = Pick<Context<'proxy.settle'>, 'me' | 'now' | 'db' | 'effectId' | 'inputHash'>

export interface Asked {
  proxyId: string
  event: Exclude<ProxyEvent, 'start' | 'expire' | 'remind' | 'lapse'>
  who: ProxyMover
  text?: string
  /** Whether it is there at all for whoever asks. */
  isTheirs: (proxy: Proxy) => boolean
  /** Why whoever asks may not, although it is there. */
  whyNot?: (proxy: Proxy) => 'NOT_ONESELF' | null
  /** Further people who are told. */
  alsoTold?: (proxy: Proxy, at: string) => readonly Notice[]
}

/**
 * Moves a 代办 at somebody's hands: its state, the row of the timeline and the messages, in one transaction. Six round
 * trips and three for each message.
 * @returns it afterwards, also for a repeat, and for an end of what is over
 * @throws Refusal NOT_FOUND, NOT_ONESELF, WRONG_STATE
 */
export function moveAs(context: Moving, asked: Asked): Promise<Proxy> {
  const { me, now, db, inputHash } = context
  const { proxyId, event, who, text } = asked
  const at = now.toISOString()
  const effectId = context.effectId('y')
  return db.transact(async (tx, attempt) => {
    const found = await tx.find(proxies, proxyId)
    if (!found || !asked.isTheirs(found)) throw new Refusal('NOT_FOUND')
    const earlier = earlierBy(found.timeline, effectId, inputHash)
    if (earlier === 'mine') return found
    if (earlier) throw new Refusal('CONFLICT')
    await claim(tx, attempt, context)
    const denial = asked.whyNot?.(found)
    if (denial) throw new Refusal(denial)
    const by = { who, actor: me.memberId, request: requestOf(effectId, inputHash), at, text }
    const next = movedProxy(found, event, by)
    if (!next && event === 'end') return found
    if (!next) throw new Refusal('WRONG_STATE')
    await tx.put(proxies, next)
    const notices = [
      ...(event === 'end' || event === 'settle' ? [noticeOf(next, event, at)] : []),
      ...(asked.alsoTold?.(next, at) ?? []),
    ]
    for (const notice of notices) await notify(tx, notice)
    return next
  })
}
