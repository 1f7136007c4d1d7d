import { invalid } from '../values/check'
import type { MaybeValue } from '../values/compare'
import type { Operator } from './expression'
import { isNothing, numberOf, ofOne, ofSome, operandsOf, unlessNothing, wholeOf } from './operands'

/** Operators of numbers. Nothing in gives null; what is no number is refused. */
export const arithmetic: Record<string, Operator> = {
  $abs: ofNumber('$abs', Math.abs),
  $add: (operand, compile) => {
    const operands = operandsOf('$add', operand, compile, 0, Infinity)
    return (scope) => addAll(operands.map((one) => one(scope)))
  },
  $ceil: ofNumber('$ceil', Math.ceil),
  $divide: ofNumbers('$divide', (a, b) => (b === 0 ? refuse('$divide by 0') : a / b)),
  $exp: ofNumber('$exp', Math.exp),
  $floor: ofNumber('$floor', Math.floor),
  $ln: ofNumber('$ln', (a) => logarithm('$ln', a)),
  $log: ofNumbers('$log', (a, base) =>
    base > 0 && base !== 1
      ? logarithm('$log', a) / Math.log(base)
      : refuse('$log needs a base over 0 that is not 1'),
  ),
  $log10: ofNumber('$log10', (a) => (a > 0 ? Math.log10(a) : refuse('$log10 needs a number over 0'))),
  $mod: ofNumbers('$mod', (a, b) => (b === 0 ? refuse('$mod by 0') : a % b)),
  $multiply: (operand, compile) => {
    const operands = operandsOf('$multiply', operand, compile, 0, Infinity)
    return (scope) => multiplyAll(operands.map((one) => one(scope)))
  },
  $pow: ofNumbers('$pow', (a, b) => (a === 0 && b < 0 ? refuse('$pow of 0 by less than 0') : a ** b)),
  $round: ofSome('$round', 1, 2, (value, place = 0) => atPlace('$round', value, place, halfToEven)),
  $sqrt: ofNumber('$sqrt', (a) => (a < 0 ? refuse('$sqrt needs a number of 0 or more') : Math.sqrt(a))),
  $subtract: ofSome('$subtract', 2, 2, unlessNothing(subtract)),
  $trunc: ofSome('$trunc', 1, 2, (value, place = 0) => atPlace('$trunc', value, place, Math.trunc)),
}

function ofNumber(name: string, compute: (a: number) => number): Operator {
  return ofOne(
    name,
    unlessNothing((a) => compute(numberOf(name, a))),
  )
}

function ofNumbers(name: string, compute: (a: number, b: number) => number): Operator {
  return ofSome(
    name,
    2,
    2,
    unlessNothing((a, b) => compute(numberOf(name, a), numberOf(name, b))),
  )
}

/** One of the summands may be a date; then milliseconds are added to it. */
function addAll(values: MaybeValue[]): MaybeValue {
  if (values.some(isNothing)) return null
  const dates = values.filter((value) => value instanceof Date)
  if (dates.length > 1) return refuse('$add takes one date')
  const sum = values.reduce<number>(
    (total, value) => total + (value instanceof Date ? +value : numberOf('$add', value)),
    0,
  )
  return dates.length === 1 ? new Date(sum) : sum
}

function multiplyAll(values: MaybeValue[]): MaybeValue {
  return values.some(isNothing)
    ? null
    : values.reduce<number>((product, value) => product * numberOf('$multiply', value), 1)
}

/** Two dates give the milliseconds between them; a date and a number a date. */
function subtract(a: MaybeValue, b: MaybeValue): MaybeValue {
  if (a instanceof Date) return b instanceof Date ? +a - +b : new Date(+a - numberOf('$subtract', b))
  return numberOf('$subtract', a) - numberOf('$subtract', b)
}

/** @param place decimal places from −20 to 100, as MongoDB bounds it */
function atPlace(
  name: string,
  value: MaybeValue,
  place: MaybeValue,
  cut: (value: number) => number,
): MaybeValue {
  if (isNothing(value) || isNothing(place)) return null
  const at = wholeOf(name, place)
  if (at < -20 || at > 100) return refuse(`${name} needs a place from -20 to 100`)
  const number = numberOf(name, value)
  if (at > 15) return number
  // By its decimal text, so that 1.005 is cut where a person would.
  return Number(`${cut(Number(`${number}e${at}`))}e${-at}`)
}

function halfToEven(value: number): number {
  const floor = Math.floor(value)
  if (value - floor !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}

function logarithm(name: string, value: number): number {
  return value > 0 ? Math.log(value) : refuse(`${name} needs a number over 0`)
}

function refuse(message: string): never {
  throw invalid(message)
}
