import type { Figures, Journal } from './store'

/** The figures of a ledger without entries. */
export const noFigures: Figures = {
  journals: 0,
  accounts: 0,
  issued: 0,
  redeemed: 0,
  reversed: 0,
  outstanding: 0,
  differences: 0,
}

/** The figures with one more journal: issued − redeemed + reversed = outstanding. Issued is net of corrections. */
export function withJournal(figures: Figures, journal: Journal): Figures {
  const { reason, member } = journal
  const field = isIssue(journal) ? 'issued' : reason.kind === 'redeem' ? 'redeemed' : 'reversed'
  return {
    ...figures,
    journals: figures.journals + 1,
    [field]: figures[field] + (field === 'redeemed' ? -member.amount : member.amount),
    outstanding: figures.outstanding + member.amount,
  }
}

/** Whether an entry makes points, or takes some of them out of the world again: all others only move them. */
export const isIssue = ({ reason }: Journal): boolean =>
  reason.kind === 'grant' || reason.kind === 'correction'
