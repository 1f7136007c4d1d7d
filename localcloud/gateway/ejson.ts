import type { Value } from '../engine/types'
import { GatewayError } from './errors'

const MAX_DEPTH = 100
const REGEX_OPTIONS = /^[imsu]*$/

/**
 * Reads one canonical (or relaxed) EJSON text as the SDK sends it.
 * Source: MongoDB Extended JSON v2, and `$tcb_server_date` of @cloudbase/database `serverDate/index.ts`.
 * @param now milliseconds since the epoch, for server dates
 * @throws GatewayError INVALID_PARAM for what is no EJSON or has a type that is not kept
 */
export function decodeEjson(text: unknown, now: number): Value {
  if (typeof text !== 'string') throw new GatewayError('INVALID_PARAM', 'EJSON text expected')
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new GatewayError('INVALID_PARAM', 'EJSON text cannot be parsed')
  }
  return decode(parsed, now, 0)
}

/** As `decodeEjson`, for a text that must hold an object. */
export function decodeEjsonObject(text: unknown, now: number): Record<string, Value> {
  const value = decodeEjson(text, now)
  if (!isPlainObject(value)) throw new GatewayError('INVALID_PARAM', 'EJSON object expected')
  return value
}

/** Writes canonical EJSON, as CloudBase replies. */
export function encodeEjson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
    case 'number':
      return encodeNumber(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      return value === null ? 'null' : encodeObject(value)
    default:
      return 'null'
  }
}

function encodeObject(value: object): string {
  if (Array.isArray(value)) return `[${value.map(encodeEjson).join(',')}]`
  if (value instanceof Date) return `{"$date":{"$numberLong":"${value.getTime()}"}}`
  if (value instanceof RegExp) {
    const parts = { pattern: value.source, options: [...value.flags].sort().join('') }
    return `{"$regularExpression":${JSON.stringify(parts)}}`
  }
  let text = ''
  for (const [key, field] of Object.entries(value)) {
    if (field !== undefined) text += `${text ? ',' : ''}${JSON.stringify(key)}:${encodeEjson(field)}`
  }
  return `{${text}}`
}

function encodeNumber(value: number): string {
  if (Number.isInteger(value) && !Object.is(value, -0)) {
    if (value >= -0x80000000 && value <= 0x7fffffff) return `{"$numberInt":"${value}"}`
    if (Number.isSafeInteger(value)) return `{"$numberLong":"${value}"}`
  }
  return `{"$numberDouble":"${Object.is(value, -0) ? '-0.0' : value}"}`
}

/** Decodes in place: what JSON.parse made belongs to nobody else. */
function decode(value: unknown, now: number, depth: number): Value {
  if (typeof value !== 'object' || value === null) return value as Value
  if (depth > MAX_DEPTH) throw new GatewayError('INVALID_PARAM', `nested deeper than ${MAX_DEPTH}`)
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = decode(value[i], now, depth + 1)
    return value
  }
  const object = value as Record<string, unknown>
  const keys = Object.keys(object)
  const first = keys[0]
  if (first !== undefined && keys.length === 1 && first.charCodeAt(0) === 36) {
    const special = decodeSpecial(first, object[first], now)
    if (special !== undefined) return special
  }
  for (const key of keys) {
    if (key === '__proto__') throw new GatewayError('INVALID_PARAM', 'the key __proto__ is not allowed')
    object[key] = decode(object[key], now, depth + 1)
  }
  return object as Record<string, Value>
}

/** The value behind a `$type` key; undefined when the key is an operator such as `$gte`. */
function decodeSpecial(key: string, body: unknown, now: number): Value | undefined {
  switch (key) {
    case '$numberInt':
    case '$numberLong':
      return decodeInteger(body)
    case '$numberDouble':
      return decodeDouble(body)
    case '$date':
      return decodeDate(body)
    case '$regularExpression':
      return decodeRegExp(body)
    case '$tcb_server_date':
      return new Date(now + serverDateOffset(body))
    case '$undefined':
      return null
    case '$oid':
    case '$binary':
    case '$uuid':
    case '$numberDecimal':
    case '$timestamp':
    case '$minKey':
    case '$maxKey':
    case '$code':
    case '$symbol':
      throw new GatewayError('INVALID_PARAM', `values of the type ${key} are not kept by the local cloud`)
    default:
      return undefined
  }
}

function decodeInteger(body: unknown): number {
  const value = typeof body === 'string' && /^-?\d{1,20}$/.test(body) ? Number(body) : NaN
  if (!Number.isSafeInteger(value))
    throw new GatewayError('INVALID_PARAM', 'integer beyond 2^53 or malformed')
  return value
}

function decodeDouble(body: unknown): number {
  const value = typeof body === 'string' ? Number(body) : NaN
  if (!Number.isFinite(value)) throw new GatewayError('INVALID_PARAM', 'a number must be finite')
  return value
}

function decodeDate(body: unknown): Date {
  const inner = isPlainObject(body) ? decodeInteger(body.$numberLong ?? body.$numberInt) : body
  const date = new Date(typeof inner === 'number' || typeof inner === 'string' ? inner : NaN)
  if (Number.isNaN(date.getTime())) throw new GatewayError('INVALID_PARAM', 'malformed $date')
  return date
}

function decodeRegExp(body: unknown): RegExp {
  const { pattern, options = '' } = isPlainObject(body) ? body : {}
  if (typeof pattern !== 'string' || typeof options !== 'string' || !REGEX_OPTIONS.test(options)) {
    throw new GatewayError('INVALID_PARAM', 'malformed $regularExpression (options: i, m, s, u)')
  }
  try {
    return new RegExp(pattern, options)
  } catch {
    throw new GatewayError('INVALID_PARAM', 'the regular expression cannot be compiled')
  }
}

function serverDateOffset(body: unknown): number {
  const offset = isPlainObject(body) ? body.offset : 0
  const value = isPlainObject(offset) ? Number(Object.values(offset)[0]) : offset
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

function isPlainObject(value: unknown): value is Record<string, Value> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
