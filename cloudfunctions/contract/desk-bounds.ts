/** Bounds of `desk` that no page shows. */
export const bounds = {
  /** Minutes that a QR can be scanned, those to answer once it was, and those to fetch the ticket after that. */
  openMinutes: 3,
  answerMinutes: 2,
  fetchMinutes: 2,
  /** QRs that one instance of the function opens in a minute; `config/cloud.ts` says how many instances there are. */
  openingsPerMinute: 60,
  /** Minutes after which a QR that led to nothing is removed. */
  unusedMinutes: 60,
  /** Days that a desk that was in force is kept: it is the record of the log-in. */
  keptDays: 400,
  timelineRows: 4,
} as const
