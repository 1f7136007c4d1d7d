import { compileExpression, operatorOf } from '../expression/expression'
import { identity } from '../expression/sets'
import type { Value } from '../types'
import { invalid } from '../values/check'
import { compareValues, isPlainObject, type MaybeValue, typeRank } from '../values/compare'
import { type GroupField, groupFields } from './accumulators'
import type { Document, Environment, StageCompiler } from './stage'

/** Stages that make one document of many. */
export const groupStages: Record<string, StageCompiler> = {
  $group: (operand, { variables }) => {
    const { _id, ...output } = objectOf('$group', operand)
    if (_id === undefined) throw invalid('$group needs an _id')
    const [idOf, fields] = [compileExpression(_id), groupFields('$group', output)]
    return (source) => {
      const groups = new Map<string, { id: Value; documents: Document[] }>()
      for (const root of source) {
        const id = (idOf({ root, variables }) ?? null) as Value
        const key = identity(id)
        const group = groups.get(key) ?? { id, documents: [] }
        groups.set(key, group)
        group.documents.push(root)
      }
      return [...groups.values()].map(({ id, documents }) => folded(id, documents, fields, variables))
    }
  },
  $sortByCount: (operand, environment) => {
    const isPath = typeof operand === 'string' && operand.startsWith('$')
    if (!isPath && !(isPlainObject(operand) && operatorOf(operand)))
      throw invalid('$sortByCount needs an expression')
    const group = groupStages.$group?.({ _id: operand, count: { $sum: 1 } }, environment)
    return (source) => [...(group?.(source) ?? [])].sort((a, b) => Number(b['count']) - Number(a['count']))
  },
  $bucket: (operand, { variables }) => {
    const {
      groupBy,
      boundaries,
      default: other,
      output,
    } = bucketOperands('$bucket', operand, ['boundaries', 'default'])
    const [valueOf, bounds] = [compileExpression(groupBy), boundariesOf(boundaries, other)]
    const fields = groupFields('$bucket', output)
    const idOf = (value: MaybeValue): Value => {
      const next = bounds.findIndex((bound) => compareValues(value, bound) < 0)
      const found = next > 0 ? bounds[next - 1] : other
      if (found === undefined)
        throw invalid('$bucket met a value outside of its boundaries, and has no default')
      return found as Value
    }
    return (source) => {
      const buckets = new Map<Value, Document[]>()
      for (const root of source) {
        const id = idOf(valueOf({ root, variables }))
        buckets.set(id, [...(buckets.get(id) ?? []), root])
      }
      const ordered = [...buckets].sort(([a], [b]) => compareValues(a, b))
      return ordered.map(([id, documents]) => folded(id, documents, fields, variables))
    }
  },
  $bucketAuto: (operand, { variables }) => {
    const { groupBy, buckets, output } = bucketOperands('$bucketAuto', operand, ['buckets'])
    if (!Number.isInteger(buckets) || Number(buckets) < 1)
      throw invalid('$bucketAuto needs a number of buckets')
    const [valueOf, fields] = [compileExpression(groupBy), groupFields('$bucketAuto', output)]
    return (source) => {
      const all = [...source].map((root) => ({
        root,
        value: (valueOf({ root, variables }) ?? null) as Value,
      }))
      const parts = evenParts(
        all.sort((a, b) => compareValues(a.value, b.value)),
        Number(buckets),
      )
      return parts.map((part, i) => {
        const [min, max] = [part[0]?.value ?? null, parts[i + 1]?.[0]?.value ?? part.at(-1)?.value ?? null]
        return folded(
          { min, max },
          part.map(({ root }) => root),
          fields,
          variables,
        )
      })
    }
  },
}

function folded(
  _id: Value,
  documents: Document[],
  fields: GroupField[],
  variables: Environment['variables'],
): Document {
  const group: Document = { _id }
  for (const { name, value, accumulate } of fields) {
    group[name] = accumulate(documents.map((root) => value({ root, variables }))) ?? null
  }
  return group
}

/** As many in each part as in the others, but equal values together; the last part takes the rest. */
function evenParts<T extends { value: Value }>(sorted: T[], count: number): T[][] {
  const size = Math.max(1, Math.round(sorted.length / count))
  const parts: T[][] = []
  for (let from = 0; from < sorted.length;) {
    let until = parts.length === count - 1 ? sorted.length : Math.min(from + size, sorted.length)
    while (until < sorted.length && compareValues(sorted[until]?.value, sorted[until - 1]?.value) === 0)
      until++
    parts.push(sorted.slice(from, until))
    from = until
  }
  return parts
}

/** Ascending and of one type; the default lies outside of them. */
function boundariesOf(boundaries: unknown, other: unknown): Value[] {
  const bounds = Array.isArray(boundaries) ? (boundaries as Value[]) : []
  const ascending = bounds.every((bound, i) => i === 0 || compareValues(bounds[i - 1], bound) < 0)
  const sameType = bounds.every((bound) => typeRank(bound) === typeRank(bounds[0]))
  if (bounds.length < 2 || !ascending || !sameType) {
    throw invalid('$bucket needs two boundaries or more, ascending and of one type')
  }
  const between =
    compareValues(other as Value, bounds[0]) >= 0 && compareValues(other as Value, bounds.at(-1)) < 0
  if (other !== undefined && between)
    throw invalid('the default of $bucket must lie outside of its boundaries')
  return bounds
}

function bucketOperands(stage: string, operand: unknown, more: string[]) {
  const object = objectOf(stage, operand)
  const other = Object.keys(object).find((key) => !['groupBy', 'output', ...more].includes(key))
  if (other !== undefined) throw invalid(`${stage} does not know "${other}"`)
  const { groupBy, output = { count: { $sum: 1 } } } = object
  const isPath = typeof groupBy === 'string' && groupBy.startsWith('$')
  if (!isPath && !(isPlainObject(groupBy) && operatorOf(groupBy)))
    throw invalid(`${stage} needs groupBy, an expression`)
  return { ...object, groupBy, output: objectOf(stage, output) } as Record<string, unknown> & {
    output: Record<string, unknown>
  }
}

function objectOf(stage: string, operand: unknown): Record<string, unknown> {
  if (!isPlainObject(operand)) throw invalid(`${stage} needs an object`)
  return operand
}
