import { compareValues, type MaybeValue } from '../values/compare'

/** What is no number is passed over. */
export function total(values: readonly MaybeValue[]): number {
  return numbers(values).reduce((sum, value) => sum + value, 0)
}

/** null of no number. */
export function average(values: readonly MaybeValue[]): number | null {
  const all = numbers(values)
  return all.length === 0 ? null : total(all) / all.length
}

/** In the order of a sort; null and missing are passed over. */
export function least(values: readonly MaybeValue[]): MaybeValue {
  return extreme(values, -1)
}

export function greatest(values: readonly MaybeValue[]): MaybeValue {
  return extreme(values, 1)
}

/** The standard deviation of all (0 less) or of a sample (1 less); null of too few numbers. */
export function deviation(values: readonly MaybeValue[], less: 0 | 1): number | null {
  const all = numbers(values)
  if (all.length <= less) return null
  const middle = total(all) / all.length
  return Math.sqrt(total(all.map((value) => (value - middle) ** 2)) / (all.length - less))
}

function numbers(values: readonly MaybeValue[]): number[] {
  return values.filter((value): value is number => typeof value === 'number')
}

function extreme(values: readonly MaybeValue[], sign: 1 | -1): MaybeValue {
  return values.reduce<MaybeValue>((best, value) => {
    if (value === null || value === undefined) return best
    return best === null || compareValues(value, best) * sign > 0 ? value : best
  }, null)
}
