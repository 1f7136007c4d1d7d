import { Context, evalExpr } from 'mingo/core'
import { type Iterator, Lazy } from 'mingo/lazy'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import type { AnyObject, Options, PipelineOperator } from 'mingo/types'
import type { Filter, StoredDocument, Value } from '../types'
import { compareValues, isPlainObject } from '../values/compare'
import { invalid } from '../values/check'
import { encodeKey } from '../values/key'
import { compileFilter } from './filter'
import { documentComparator } from './sort'
import { sortOf } from './stages'

/**
 * mingo's operators, with the stages that differ from MongoDB replaced: `$match` and `$sort` compare as the
 * engine does, `$group` keeps sub-documents of another key order apart, `$bucket` counts its lower bounds in.
 */
export function mendedStages(): Context {
  const stages = { $match: matchStage, $sort: sortStage, $group: groupStage, $bucket: bucketStage }
  // mingo types a stage's function as the intersection of all its own.
  const mended = stages as unknown as Record<keyof typeof stages, PipelineOperator>
  return Context.init({ accumulator, expression, projection, pipeline: { ...pipeline, ...mended } })
}

function matchStage(source: Iterator, operand: unknown, options: Options): Iterator {
  const { $expr, ...filter } = operand as Filter
  const matches = compileFilter(filter)
  if ($expr === undefined) return source.filter((document: StoredDocument) => matches(document))
  return source.filter(
    (document: StoredDocument) => matches(document) && isTrue(evalExpr(document, $expr, options)),
  )
}

function sortStage(source: Iterator, operand: unknown): Iterator {
  const compare = documentComparator(sortOf(operand))
  return source.transform<StoredDocument>((all) => Lazy([...all].sort(compare)))
}

function groupStage(source: Iterator, operand: AnyObject, options: Options): Iterator {
  if (!('_id' in operand)) throw invalid('$group needs an _id')
  const idOf = (document: AnyObject): Value => (evalExpr(document, operand['_id'], options) ?? null) as Value
  return source.transform<AnyObject>((all) => Lazy(groups(all, idOf, operand, options)))
}

/** Each bucket holds lower bound ≤ value < next bound; other values go to `default` or are an error. */
function bucketStage(source: Iterator, operand: AnyObject, options: Options): Iterator {
  const { boundaries, output = { count: { $sum: 1 } } } = operand
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw invalid('$bucket needs two boundaries or more')
  const bounds = boundaries as Value[]
  const idOf = (document: AnyObject): Value => {
    const value = evalExpr(document, operand['groupBy'], options) as Value | undefined
    const next = bounds.findIndex((bound) => compareValues(value, bound) < 0)
    const found = next > 0 ? bounds[next - 1] : operand['default']
    if (found === undefined)
      throw invalid('$bucket met a value outside of its boundaries, and has no default')
    return found as Value
  }
  return source.transform<AnyObject>((all) => {
    const buckets = groups(all, idOf, isPlainObject(output) ? output : {}, options)
    return Lazy(buckets.sort((a, b) => compareValues(a._id, b._id)))
  })
}

/** Parts by the engine's own equality; mingo then accumulates each part as a group of its own. */
function groups(
  all: readonly AnyObject[],
  idOf: (document: AnyObject) => Value,
  accumulators: AnyObject,
  options: Options,
): { _id: Value }[] {
  const parts = new Map<string, { _id: Value; documents: AnyObject[] }>()
  for (const document of all) {
    const _id = idOf(document)
    const key = encodeKey(_id, 1).toString('latin1')
    const part = parts.get(key) ?? { _id, documents: [] }
    parts.set(key, part)
    part.documents.push(document)
  }
  return [...parts.values()].map(({ _id, documents }) => {
    const [group] = pipeline
      .$group(Lazy(documents), { ...accumulators, _id: null }, options)
      .collect<AnyObject>()
    return { ...group, _id }
  })
}

/** In an expression everything is true but false, null, missing and 0. */
function isTrue(value: unknown): boolean {
  return value !== false && value !== null && value !== undefined && value !== 0
}
