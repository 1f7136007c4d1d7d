import { isPlainObject } from '../values/compare'
import { invalid, MAX_DEPTH } from '../values/check'
import type { Sort } from '../types'
import { checkedSort } from './sort'

/** Most stages of an aggregation. */
const MAX_STAGES = 100

const STAGES = new Set([
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$facet',
  '$group',
  '$limit',
  '$lookup',
  '$match',
  '$project',
  '$replaceRoot',
  '$replaceWith',
  '$sample',
  '$set',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unset',
  '$unwind',
])

/**
 * Refuses stages that are not known here (`$out`, `$merge`, `$geoNear`, …), code (`$function`,
 * `$accumulator`, `$where`) at any depth, and malformed stages.
 */
export function checkStages(stages: unknown): void {
  if (!Array.isArray(stages) || stages.length > MAX_STAGES) {
    throw invalid(`an aggregation needs a list of at most ${MAX_STAGES} stages`)
  }
  for (const stage of stages as unknown[]) {
    const [name, ...others] = isPlainObject(stage) ? Object.keys(stage) : []
    if (name === undefined || others.length > 0) throw invalid('a stage must have exactly one operator')
    if (!STAGES.has(name)) throw invalid(`the stage ${name} is not supported`)
    checkStage(name, (stage as Record<string, unknown>)[name])
  }
}

function checkStage(name: string, operand: unknown): void {
  refuseCode(operand, 0)
  if (name === '$limit' && !(Number.isInteger(operand) && Number(operand) > 0)) {
    throw invalid('$limit needs a positive whole number')
  }
  if (name === '$skip' && !(Number.isInteger(operand) && Number(operand) >= 0)) {
    throw invalid('$skip needs a whole number')
  }
  if (name === '$lookup' && isPlainObject(operand)) {
    if (typeof operand['from'] !== 'string') throw invalid('$lookup needs the name of a collection')
    if (operand['pipeline'] !== undefined) checkStages(operand['pipeline'])
  }
  if (name === '$facet' && isPlainObject(operand)) Object.values(operand).forEach(checkStages)
}

function refuseCode(operand: unknown, depth: number): void {
  if (depth > MAX_DEPTH) throw invalid(`a stage is nested deeper than ${MAX_DEPTH} levels`)
  if (Array.isArray(operand)) return operand.forEach((element) => refuseCode(element, depth + 1))
  if (!isPlainObject(operand)) return
  for (const [key, value] of Object.entries(operand)) {
    if (['$function', '$accumulator', '$where', '$out', '$merge'].includes(key))
      throw invalid(`${key} is not supported`)
    refuseCode(value, depth + 1)
  }
}

/** The sort of a `$sort` stage. */
export function sortOf(operand: unknown): Sort {
  if (!isPlainObject(operand) || Object.keys(operand).length === 0) throw invalid('$sort needs fields')
  return checkedSort(Object.entries(operand) as unknown as Sort)
}
