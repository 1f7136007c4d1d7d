import type { IndexDefinition } from '../localcloud/engine/types'

/** @param fields in order of weight, 1 ascending */
export function index(name: string, fields: Record<string, 1 | -1>): IndexDefinition {
  return { name, fields: Object.entries(fields) }
}

/** Of which no two documents have the same; missing counts as a value. */
export function unique(name: string, fields: Record<string, 1 | -1>): IndexDefinition {
  return { ...index(name, fields), unique: true }
}
