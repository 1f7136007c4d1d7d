import { limits } from '@contract/limits'

/** Wrong digits that this device has sent, as far as they still count. The server keeps its own, exact tally. */
export interface Tries {
  /** Milliseconds since 1970 of the first one. */
  since: number
  wrong: number
}

const windowMs = limits.pickup.lockMinutes * 60_000

/** The tally after one more wrong try. */
export const afterWrong = (tries: Tries | null, now: number): Tries =>
  tries && now - tries.since < windowMs ? { ...tries, wrong: tries.wrong + 1 } : { since: now, wrong: 1 }

/** How many tries remain by what this device knows; other devices of the same person may have used some. */
export const triesLeft = (tries: Tries | null, now: number): number =>
  tries && now - tries.since < windowMs
    ? Math.max(0, limits.pickup.wrongTries - tries.wrong)
    : limits.pickup.wrongTries

/** The instant, ms since 1970, from which digits work again at the latest. */
export const unlockedAt = (tries: Tries | null, now: number): number =>
  tries && now - tries.since < windowMs ? tries.since + windowMs : now + windowMs
