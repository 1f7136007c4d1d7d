import { randomInt } from 'node:crypto'
import { compileExpression } from '../expression/expression'
import { compileFilter } from '../query/filter'
import { refuseNear } from '../query/near'
import { checkedSort, documentComparator } from '../query/sort'
import type { Sort, StoredDocument } from '../types'
import { invalid } from '../values/check'
import { isPlainObject } from '../values/compare'
import type { Document, StageCompiler } from './stage'

/** Stages that choose and order documents and leave them as they are. */
export const plainStages: Record<string, StageCompiler> = {
  $match: (operand, { variables }) => {
    if (!isPlainObject(operand)) throw invalid('$match needs a filter')
    refuseNear(operand)
    const matches = compileFilter(operand, variables)
    return (source) => filtered(source, (document) => matches(document as StoredDocument))
  },
  $sort: (operand) => {
    const compare = documentComparator(sortOf(operand))
    return (source) => [...source].sort((a, b) => compare(a as StoredDocument, b as StoredDocument))
  },
  $limit: (operand) => {
    const count = whole('$limit', operand, 1)
    return (source) => limited(source, count)
  },
  $skip: (operand) => {
    const count = whole('$skip', operand, 0)
    return (source) => skipped(source, count)
  },
  $sample: (operand) => {
    const { size, ...others } = isPlainObject(operand) ? operand : {}
    if (Object.keys(others).length > 0) throw invalid('$sample takes a size')
    const count = whole('$sample', size, 1)
    return (source) => sampled([...source], count)
  },
  $count: (operand) => {
    if (typeof operand !== 'string' || operand === '' || operand.startsWith('$') || operand.includes('.')) {
      throw invalid('$count needs a name for its field')
    }
    return (source) => {
      const count = [...source].length
      return count === 0 ? [] : [{ [operand]: count }]
    }
  },
  $replaceRoot: (operand, environment) => {
    const { newRoot, ...others } = isPlainObject(operand) ? operand : {}
    if (newRoot === undefined || Object.keys(others).length > 0) throw invalid('$replaceRoot needs a newRoot')
    return replaceRoot(newRoot, environment)
  },
  $replaceWith: (operand, environment) => replaceRoot(operand, environment),
}

/** The sort of a `$sort` stage. */
export function sortOf(operand: unknown): Sort {
  if (!isPlainObject(operand) || Object.keys(operand).length === 0) throw invalid('$sort needs fields')
  return checkedSort(Object.entries(operand) as unknown as Sort)
}

const replaceRoot: StageCompiler = (operand, { variables }) => {
  const newRoot = compileExpression(operand)
  return function* (source) {
    for (const root of source) {
      const document = newRoot({ root, variables })
      if (!isPlainObject(document)) throw invalid('the new root must be a document')
      yield document
    }
  }
}

function* filtered(source: Iterable<Document>, test: (document: Document) => boolean): Iterable<Document> {
  for (const document of source) if (test(document)) yield document
}

function* limited(source: Iterable<Document>, count: number): Iterable<Document> {
  let left = count
  for (const document of source) {
    yield document
    if (--left === 0) return
  }
}

function* skipped(source: Iterable<Document>, count: number): Iterable<Document> {
  let left = count
  for (const document of source) if (left-- <= 0) yield document
}

/** Each document at most once. */
function sampled(documents: Document[], count: number): Document[] {
  const chosen: Document[] = []
  while (chosen.length < count && documents.length > 0) {
    chosen.push(...documents.splice(randomInt(documents.length), 1))
  }
  return chosen
}

function whole(name: string, value: unknown, least: number): number {
  if (Number.isInteger(value) && Number(value) >= least) return Number(value)
  throw invalid(`${name} needs a whole number of at least ${least}`)
}
