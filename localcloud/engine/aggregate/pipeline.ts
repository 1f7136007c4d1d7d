import { invalid } from '../values/check'
import { isPlainObject } from '../values/compare'
import { groupStages } from './group'
import { lookup } from './lookup'
import { plainStages } from './plain'
import { shapeStages } from './shape'
import type { Environment, Stage, StageCompiler } from './stage'
import { unwind } from './unwind'

/** Most stages of a pipeline. */
const MAX_STAGES = 100

const STAGES: Record<string, StageCompiler> = {
  ...plainStages,
  ...groupStages,
  ...shapeStages,
  $lookup: lookup,
  $unwind: unwind,
  $facet: (operand, environment) => {
    if (!isPlainObject(operand) || Object.keys(operand).length === 0) throw invalid('$facet needs pipelines')
    const facets = Object.entries(operand).map(
      ([name, stages]) => [name, environment.pipeline(stages, environment)] as const,
    )
    return (source) => {
      const documents = [...source]
      return [Object.fromEntries(facets.map(([name, run]) => [name, [...run(documents)]]))]
    }
  },
}

/** Compiles a pipeline: each stage takes what the one before it gives. */
export function compilePipeline(stages: unknown, environment: Environment): Stage {
  if (!Array.isArray(stages) || stages.length > MAX_STAGES) {
    throw invalid(`an aggregation needs a list of at most ${MAX_STAGES} stages`)
  }
  const compiled = stages.map((stage: unknown) => {
    const [[name, operand] = ['', undefined], ...others] = isPlainObject(stage) ? Object.entries(stage) : []
    if (name === '' || others.length > 0) throw invalid('a stage must have exactly one operator')
    const compile = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined
    if (!compile) throw invalid(`the stage ${name} is not supported`)
    return compile(operand, environment)
  })
  return (source) => compiled.reduce((documents, stage) => stage(documents), source)
}
