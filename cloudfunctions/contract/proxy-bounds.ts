/** Bounds of `proxy` that no form shows: apart from `limits`, which the mini program's main package carries. */
export const bounds = {
  /** Acts that the record of one 代办 holds. */
  acts: 50,
  /** People of one door who are shown. */
  personsShown: 12,
  timelineRows: 12,
  /** That one helper begins in a day in China. */
  perDay: 40,
  /** Days after the end on which the resident is reminded, and after which it is closed without a confirmation. */
  remindAfterDays: 7,
  lapseAfterDays: 30,
  /** Secretaries who are told of an objection. */
  leadsTold: 5,
} as const
