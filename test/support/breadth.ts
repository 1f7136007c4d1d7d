/**
 * How much of what multiplies is gone through: each page in each state and mode, each request that can fail in each
 * way. `npm test` takes turns, so that each page, state, mode, request and way has its turn; `npm test -- --all`, which
 * is what CI runs, goes through every combination, and so does a test file that is run alone (decision 0193).
 */
export const isWhole = process.env.JINLIN_BREADTH !== 'turns'

/**
 * Of things that are tried alike, those whose turn it is.
 * @param every how many turns there are
 * @param turn which of them, any whole number
 */
export const inTurn = <T>(things: readonly T[], every: number, turn = 0): readonly T[] =>
  isWhole ? things : things.filter((_thing, index) => (index + turn) % every === 0)

/** A turn that stays the same while a name does. */
export const turnOf = (name: string): number =>
  [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0)

/** How many tries of a kind that chance makes: by turns a quarter. The seed is another one in each run. */
export const chances = (count: number): number => (isWhole ? count : Math.ceil(count / 4))
