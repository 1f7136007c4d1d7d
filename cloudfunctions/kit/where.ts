/**
 * Filters for lists and conditional changes. Values are scalars or conditions made by the functions below, never
 * objects that came from outside: an operator in somebody's input cannot become an operator in a query.
 */
type Scalar = string | number | boolean | null

type Operator = 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'exists' | 'between'

/** Made only by the functions below. */
export class Condition {
  constructor(
    readonly operator: Operator,
    readonly operand: Scalar | readonly Scalar[],
  ) {}
}

export type Where = Record<string, Scalar | Condition>

export const above = (value: Scalar) => new Condition('gt', value)
export const atLeast = (value: Scalar) => new Condition('gte', value)
export const below = (value: Scalar) => new Condition('lt', value)
export const atMost = (value: Scalar) => new Condition('lte', value)
/** Above the first and at most the second. */
export const between = (low: Scalar, high: Scalar) => new Condition('between', [low, high])
export const present = () => new Condition('exists', true)
export const absent = () => new Condition('exists', false)

/** @throws on an empty list, which would be a query for nothing */
export function oneOf(values: readonly Scalar[]): Condition {
  if (values.length === 0 || values.length > 1000) throw new Error(`oneOf takes 1 to 1,000 values`)
  return new Condition('in', values)
}

/** The commands of the SDK that a filter needs. */
export interface Commands {
  gt(value: unknown): unknown
  gte(value: unknown): unknown
  lt(value: unknown): unknown
  lte(value: unknown): unknown
  in(values: unknown[]): unknown
  exists(value: boolean): unknown
  and(...conditions: unknown[]): unknown
}

/**
 * Turns a filter into what the SDK takes.
 * @throws on an empty filter, an undefined value and an object that is no condition: each would silently widen
 * the query
 */
export function encodeWhere(where: Where, command: Commands): Record<string, unknown> {
  const entries = Object.entries(where)
  if (entries.length === 0) throw new Error('an empty filter would match everything')
  return Object.fromEntries(entries.map(([path, value]) => [path, encodeValue(path, value, command)]))
}

function encodeValue(path: string, value: Scalar | Condition, command: Commands): unknown {
  if (value instanceof Condition) {
    if (value.operator === 'in') return command.in([...(value.operand as Scalar[])])
    if (value.operator === 'exists') return command.exists(value.operand === true)
    if (value.operator === 'between') {
      const [low, high] = value.operand as readonly Scalar[]
      return command.and(command.gt(low), command.lte(high))
    }
    return command[value.operator](value.operand)
  }
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value
  throw new Error(`the filter on ${path} is neither a scalar nor a condition`)
}
