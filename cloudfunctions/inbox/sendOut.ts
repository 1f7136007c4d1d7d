import type { Database } from '../kit/database'
import type { WxPlatform } from '../kit/wechat'
import type { WxTemplate } from '../kit/wechat-templates'
import { openCredits, openCreditsOf, waitingForWechat } from './queries'
import { isPast, tryAgain } from './rules'
import { inboxMessages, messageCredits, type Credit, type Message, type Waiting } from './store'

/** What became of one message. `lost`: another run has it. */
type Fate = 'sent' | 'notSent' | 'again' | 'lost'

interface Run {
  db: Database
  wechat: WxPlatform
  now: Date
  /** Messages of one run: WeChat and the phones are not to be asked all at once. */
  most: number
  mayGoOn: () => boolean
}

/** A message with what is needed to send it. */
interface Attempt {
  message: Message
  waiting: Waiting
  template: WxTemplate
  credit: Credit & { sealed: string }
}

/**
 * Sends what waits, one after the other. Message and credit are taken, each by compare and set, before WeChat is
 * asked, and are not given back unless WeChat refused for certain: two runs, or one that is killed and another that
 * follows, send a message at most once. The worst case is a message that stays in the inbox alone, its credit spent.
 * Two round trips for a run, two for each message, and two more for one that was refused.
 */
export async function sendOut(run: Run): Promise<{ fates: Fate[]; more: boolean }> {
  const { db, wechat, now, most, mayGoOn } = run
  if (wechat.templates.length === 0) return { fates: [], more: false }
  const waiting = await db.list(inboxMessages, waitingForWechat(now.toISOString(), most))
  const members = [...new Set(waiting.map(({ memberId }) => memberId))]
  const credits = members.length > 0 ? await db.list(messageCredits, openCreditsOf(members)) : []
  const fates: Fate[] = []
  for (const message of waiting) {
    if (!mayGoOn()) break
    fates.push(await sendOne(run, message, credits))
  }
  return { fates, more: fates.length < waiting.length || waiting.length === most }
}

async function sendOne(run: Run, message: Message, credits: Credit[]): Promise<Fate> {
  // The message first: a run that found its credit spent by another would let it go unsent.
  if (!(await take(run.db, message))) return 'lost'
  const attempt = isPast(message, run.now) ? null : await takeCredit(run, message, credits)
  return attempt ? send(run, attempt) : 'notSent'
}

async function send({ db, wechat, now }: Run, attempt: Attempt): Promise<Fate> {
  const { message, waiting, template, credit } = attempt
  const { title, text, at, memberId } = message
  const outcome = await wechat.send({ to: credit.sealed, memberId, template, title, text, at: new Date(at) })
  if (outcome === 'sent') return 'sent'
  if (outcome === 'noCredit') {
    const none = { state: 'refused', sealed: null } as const
    await db.changeMany(messageCredits, openCredits(memberId, waiting.kind), none)
  }
  if (outcome !== 'refused') return 'notSent'
  const next = tryAgain(waiting, now)
  await giveBack(db, attempt)
  if (next) await db.changeIf(inboxMessages, message._id, { wechat: null }, { wechat: next })
  return next ? 'again' : 'notSent'
}

/** @returns null when nobody agreed, or the last credit went to another message */
async function takeCredit(run: Run, message: Message, credits: Credit[]): Promise<Attempt | null> {
  const { waiting, template } = { waiting: message.wechat, template: templateOf(run, message) }
  if (!waiting || !template) return null
  for (;;) {
    const at = credits.findIndex(
      ({ memberId, kind }) => memberId === message.memberId && kind === waiting.kind,
    )
    const [credit] = at < 0 ? [] : credits.splice(at, 1)
    if (!credit?.sealed) return null
    const spent = { state: 'spent', sealed: null } as const
    if (await run.db.changeIf(messageCredits, credit._id, { state: 'open' }, spent))
      return { message, waiting, template, credit: { ...credit, sealed: credit.sealed } }
  }
}

const templateOf = ({ wechat }: Run, message: Message) =>
  wechat.templates.find(({ kind }) => kind === message.wechat?.kind)

const take = (db: Database, { _id, wechat }: Message): Promise<boolean> =>
  db.changeIf(inboxMessages, _id, { 'wechat.next': wechat?.next ?? '' }, { wechat: null })

const giveBack = (db: Database, { credit: { _id, sealed } }: Attempt): Promise<boolean> =>
  db.changeIf(messageCredits, _id, { state: 'spent' }, { state: 'open', sealed })
