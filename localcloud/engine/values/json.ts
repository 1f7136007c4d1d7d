import { isPlainObject } from './compare'
import type { StoredDocument, Value } from '../types'

/**
 * Writes a document as JSON that a person can read and alter in any SQLite shell. Only what JSON lacks is
 * wrapped, in MongoDB's relaxed extended JSON: `{"$date":"2026-01-31T08:00:00.000Z"}`,
 * `{"$regularExpression":{"pattern":"^a","options":"i"}}`, `{"$numberDouble":"NaN"}`.
 */
export function toJson(document: StoredDocument): string {
  if (!needsWrapping(document)) return JSON.stringify(document)
  return JSON.stringify(document, function (this: Record<string, unknown>, name: string, shown: unknown) {
    if (typeof shown === 'number') return Number.isFinite(shown) ? shown : { $numberDouble: String(shown) }
    // Date.prototype.toJSON has run by now, so the original is read from the holder.
    const value = typeof shown === 'string' ? this[name] : shown
    if (value instanceof Date) return { $date: value.toISOString() }
    if (value instanceof RegExp) {
      return { $regularExpression: { pattern: value.source, options: value.flags } }
    }
    return shown
  })
}

/** Reads what `toJson` wrote. Throws a SyntaxError on text that a person has broken. */
export function fromJson(text: string): StoredDocument {
  const parsed = JSON.parse(text) as StoredDocument
  // A quote before a dollar sign is the only way that a wrapped value can begin.
  return text.includes('"$') ? (revive(parsed) as StoredDocument) : parsed
}

function revive(value: Value): Value {
  if (Array.isArray(value)) return value.map(revive)
  if (!isPlainObject(value)) return value
  if (typeof value['$date'] === 'string' || typeof value['$date'] === 'number')
    return new Date(value['$date'])
  if (typeof value['$numberDouble'] === 'string') return Number(value['$numberDouble'])
  const regex = value['$regularExpression']
  if (isPlainObject(regex)) return new RegExp(String(regex['pattern']), String(regex['options']))
  for (const [key, field] of Object.entries(value)) value[key] = revive(field)
  return value
}

function needsWrapping(value: Value): boolean {
  if (typeof value === 'number') return !Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(needsWrapping)
  return !isPlainObject(value) || Object.values(value).some(needsWrapping)
}
