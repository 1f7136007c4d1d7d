import type { Figures, Journal } from './store'

/** The figures of a ledger without entries. */
export const noFigures: Figures = {
  journals: 0,
  accounts: 0,
  issued: 0,
  redeemed: 0,
  reversed: 0,
  expired: 0,
  outstanding: 0,
  differences: 0,
}

/** The figures with one more journal: issued − redeemed + reversed − expired = outstanding. Issued is net of corrections. */
export function withJournal(figures: Figures, journal: Journal): Figures {
  const { amount } = journal.member
  const field = figureOf(journal)
  const takes = field === 'redeemed' || field === 'expired'
  return {
    ...figures,
    journals: figures.journals + 1,
    [field]: figures[field] + (takes ? -amount : amount),
    outstanding: figures.outstanding + amount,
  }
}

function figureOf(journal: Journal): 'issued' | 'redeemed' | 'expired' | 'reversed' {
  if (isIssue(journal)) return 'issued'
  if (isExpiry(journal)) return 'expired'
  return journal.reason.kind === 'redeem' ? 'redeemed' : 'reversed'
}

/** Whether an entry makes points, or takes some of them out of the world again: all others only move them. */
export const isIssue = ({ reason }: Journal): boolean =>
  reason.kind === 'grant' || reason.kind === 'correction'

/** Whether an entry takes points away whose last day has passed. */
export const isExpiry = ({ reason }: Journal): boolean => reason.kind === 'expire'
