import { chinaDay } from '../kit/time'
import { nextEntry, type Draft } from './journal'
import type { Account, Journal, LotPoints } from './store'

/** Entries that follow each other, and the account after them. */
export interface Posting {
  account: Account
  entries: Journal[]
}

/** The entries by which points leave whose last day has passed, one for each such day, the earliest first. */
export function expiryOf(account: Account, at: string): Posting {
  const today = chinaDay(new Date(at))
  const expired = account.lots.filter(({ expiresOn }) => expiresOn < today)
  return expired.reduce<Posting>(
    (so, lot) => {
      const next = nextEntry(so.account, expiryDraft(so.account, lot, at), today)
      return { account: next.account, entries: [...so.entries, next.journal] }
    },
    { account, entries: [] },
  )
}

/**
 * An entry with what the time does to the account around it: what has expired leaves before it, and what it gives back
 * too late leaves after it.
 * @throws RangeError as `nextEntry` does
 */
export function postingOf(account: Account, draft: Draft): Posting & { journal: Journal } {
  const before = expiryOf(account, draft.at)
  const { journal, account: posted } = nextEntry(before.account, draft, chinaDay(new Date(draft.at)))
  const after = expiryOf(posted, draft.at)
  return { account: after.account, journal, entries: [...before.entries, journal, ...after.entries] }
}

const expiryDraft = (account: Account, { expiresOn, points }: LotPoints, at: string): Draft => ({
  // By number, not by day: a refund can fill a lot again that has expired before.
  key: `expire:${account._id}:${account.seq + 1}`,
  amount: -points,
  lots: [{ expiresOn, points: -points }],
  system: 'expired',
  reason: { rule: null, ruleVersion: null, kind: 'expire', title: inWords(expiresOn) },
  redemptionId: null,
  reverses: null,
  actor: 'timer',
  at,
})

/** 2026 年 12 月 31 日 */
function inWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year} 年 ${month} 月 ${date} 日`
}
