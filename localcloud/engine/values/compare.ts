import type { Value } from '../types'

/** A value or, where a path leads nowhere, undefined. */
export type MaybeValue = Value | undefined

export type PlainObject = { [key: string]: Value }

/**
 * Compares two values in BSON order: null and missing < numbers < strings < objects < arrays < booleans <
 * dates < regular expressions. Objects compare field by field in their own order, as MongoDB does, so
 * `{a:1,b:2}` and `{b:2,a:1}` differ. Source: MongoDB manual, "Comparison/Sort Order".
 */
export function compareValues(a: MaybeValue, b: MaybeValue): number {
  const rankA = typeRank(a)
  const rankB = typeRank(b)
  if (rankA !== rankB) return rankA - rankB
  switch (rankA) {
    case RANK.number:
      return compareNumbers(a as number, b as number)
    case RANK.string:
      return compareStrings(a as string, b as string)
    case RANK.object:
      return compareObjects(a as PlainObject, b as PlainObject)
    case RANK.array:
      return compareArrays(a as Value[], b as Value[])
    case RANK.boolean:
      return Number(a) - Number(b)
    case RANK.date:
      return (a as Date).getTime() - (b as Date).getTime()
    case RANK.regex:
      return compareStrings(String(a), String(b))
    default:
      return 0
  }
}

/** True when MongoDB's `$eq` holds between two whole values. Missing equals null. */
export function equalValues(a: MaybeValue, b: MaybeValue): boolean {
  return compareValues(a, b) === 0
}

/** The place of each type in BSON order; the same numbers begin an encoded index key. */
export const RANK = {
  null: 0x05,
  number: 0x10,
  string: 0x20,
  object: 0x30,
  array: 0x40,
  boolean: 0x70,
  date: 0x80,
  regex: 0x90,
} as const

/** The place of a value's type in BSON order. */
export function typeRank(value: MaybeValue): number {
  if (value === null || value === undefined) return RANK.null
  switch (typeof value) {
    case 'number':
      return RANK.number
    case 'string':
      return RANK.string
    case 'boolean':
      return RANK.boolean
    default:
      if (Array.isArray(value)) return RANK.array
      if (value instanceof Date) return RANK.date
      return value instanceof RegExp ? RANK.regex : RANK.object
  }
}

/** True for a nested document: not null, an array, a date or a regular expression. */
export function isPlainObject(value: unknown): value is PlainObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !(value instanceof Date) && !(value instanceof RegExp)
}

/** Compares by code point, as UTF-8 bytes compare; JavaScript's `<` compares UTF-16 units. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const unitA = a.charCodeAt(i)
    const unitB = b.charCodeAt(i)
    if (unitA !== unitB) return codePointRank(unitA) - codePointRank(unitB)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above every other unit. */
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

/** NaN is less than every other number and equal to itself. */
function compareNumbers(a: number, b: number): number {
  if (a === b) return 0
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1
  if (Number.isNaN(b)) return 1
  return a < b ? -1 : 1
}

function compareObjects(a: PlainObject, b: PlainObject): number {
  const keysA = Object.keys(a)
  const keysB = Object.keys(b)
  for (const [i, keyA] of keysA.entries()) {
    const keyB = keysB[i]
    if (keyB === undefined) break
    const order =
      typeRank(a[keyA]) - typeRank(b[keyB]) || compareStrings(keyA, keyB) || compareValues(a[keyA], b[keyB])
    if (order !== 0) return order
  }
  return keysA.length - keysB.length
}

function compareArrays(a: Value[], b: Value[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareValues(a[i], b[i])
    if (order !== 0) return order
  }
  return a.length - b.length
}
