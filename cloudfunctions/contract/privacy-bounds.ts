/** Bounds of `privacy` that no form shows: apart from `limits`, which the mini program's main package carries. */
export const bounds = {
  consentsShown: 50,
  sightingsShown: 50,
  /** Days that a copy can be fetched. */
  copyDays: 7,
  /** Seconds that a link to it works. */
  copyLinkSeconds: 600,
  /** One file of data, and files with `photosPerFile` photos each. */
  copyFiles: 26,
  photosPerFile: 20,
  /** Rows of one kind in a copy: the latest by id are left out beyond it, and the copy says so. */
  copyRows: 5_000,
  /** Times that a copy, or a deletion, is tried before somebody has to look. */
  tries: 10,
  /** Names and phones that one person of the staff sees in full in a day. */
  revealsPerDay: 50,
  /** Days of one search of the audit rows. */
  auditDays: 92,
} as const
