import type { Output } from '../contract'
import { limits } from '../contract/limits'
import { titles } from './rules'
import { isMade } from './states'
import type { Export } from './store'

type View = Output<'exports.ask'>

/** An export as whoever asked for it sees it. */
export const exportView = (found: Export): View => ({
  id: found._id,
  kind: found.what.kind,
  subject: found.subject,
  state: found.state,
  isUnmasked: isUnmasked(found.what),
  askedAt: found.askedAt,
  done: found.done,
  of: Math.max(found.of, found.done),
  rows: found.rows,
  isCut: found.isCut,
  keptUntil: isMade(found.state) ? found.expiresAt : null,
  fetchesLeft: limits.exports.fetches - found.fetches,
})

/** Whether names and numbers stand in it in full. */
export const isUnmasked = (what: Export['what']): boolean =>
  'unmaskedBecause' in what && what.unmaskedBecause !== null

/** What the workbook is called on a computer: nothing in it that a file system minds. */
export const fileNameOf = ({ what, subject }: Pick<Export, 'what' | 'subject'>): string =>
  `${[titles[what.kind], subject].filter(Boolean).join('-')}`.replace(/[\p{Cc}\\/:*?"<>|]/gu, ' ') + '.xlsx'
