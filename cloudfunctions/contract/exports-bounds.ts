/** Bounds of `exports` that no form shows: apart from `limits`, which the mini program's main package carries. */
export const bounds = {
  timelineRows: 8,
  /** Documents that one part holds. */
  perPart: 500,
  /** Parts that are read at once when the workbook is made. */
  partsAtOnce: 4,
  /** Steps that may break in a row before it is given up. */
  tries: 5,
  /** Milliseconds of a call after which it begins nothing more, so that its page shows how far it is. */
  stepMs: 2_000,
  /** Milliseconds that one call has an export for itself. */
  busyMs: 30_000,
  /** Seconds that a link works: to fetch the workbook at once, not to pass it on. */
  linkSeconds: 300,
  /** Exports that one run of the sweeper looks at. */
  swept: 50,
} as const
