import type { Value } from '../types'

/** A deep copy of a stored value, so that a change of one is never seen in the other. */
export function cloneValue<T extends Value>(value: T): T
export function cloneValue(value: Value): Value {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return value
  if (Array.isArray(value)) return value.map((element) => cloneValue(element))
  if (value instanceof Date) return new Date(value)
  const copy: { [key: string]: Value } = {}
  for (const [key, field] of Object.entries(value)) copy[key] = cloneValue(field)
  return copy
}
