import { invalid } from '../values/check'
import type { MaybeValue } from '../values/compare'
import { encodeKey } from '../values/key'
import type { Value } from '../types'
import type { Operator } from './expression'
import { arrayOf, isNothing, isTrue, ofOne, ofSome, operandsOf } from './operands'

/** Operators that take arrays as sets. In what order a set comes out, nobody promises. */
export const sets: Record<string, Operator> = {
  $allElementsTrue: ofOne('$allElementsTrue', (array) => arrayOf('$allElementsTrue', array).every(isTrue)),
  $anyElementTrue: ofOne('$anyElementTrue', (array) => arrayOf('$anyElementTrue', array).some(isTrue)),
  $setDifference: ofSome('$setDifference', 2, 2, (a, b) => {
    if (isNothing(a) || isNothing(b)) return null
    const others = setOf('$setDifference', b)
    return [...setOf('$setDifference', a)].flatMap(([key, value]) => (others.has(key) ? [] : [value]))
  }),
  $setEquals: (operand, compile) => {
    const operands = operandsOf('$setEquals', operand, compile, 2, Infinity)
    return (scope) => {
      const [first = new Map(), ...others] = operands.map((one) => setOf('$setEquals', one(scope)))
      return others.every((other) => other.size === first.size && holds(first, other))
    }
  },
  $setIntersection: ofSets('$setIntersection', ([first = new Map(), ...others]) =>
    [...first].flatMap(([key, value]) => (others.every((other) => other.has(key)) ? [value] : [])),
  ),
  $setIsSubset: ofSome('$setIsSubset', 2, 2, (a, b) =>
    holds(setOf('$setIsSubset', b), setOf('$setIsSubset', a)),
  ),
  $setUnion: ofSets('$setUnion', (all) => [...new Map(all.flatMap((set) => [...set])).values()]),
}

type ValueSet = Map<string, Value>

function ofSets(name: string, compute: (sets: ValueSet[]) => Value[]): Operator {
  return (operand, compile) => {
    const operands = operandsOf(name, operand, compile, 0, Infinity)
    return (scope) => {
      const values = operands.map((one) => one(scope))
      return values.some(isNothing) ? null : compute(values.map((value) => setOf(name, value)))
    }
  }
}

function setOf(name: string, value: MaybeValue): ValueSet {
  if (isNothing(value)) throw invalid(`${name} needs arrays`)
  return new Map(arrayOf(name, value).map((element) => [identity(element), (element ?? null) as Value]))
}

/** A text that two values share exactly when they are equal. */
export function identity(value: MaybeValue): string {
  return encodeKey(value, 1).toString('latin1')
}

function holds(set: ValueSet, part: ValueSet): boolean {
  return [...part.keys()].every((key) => set.has(key))
}
