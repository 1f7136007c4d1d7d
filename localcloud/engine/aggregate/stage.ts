import type { MaybeValue, PlainObject } from '../values/compare'

/** What flows through a pipeline; documents need no `_id` there. */
export type Document = PlainObject

/** A compiled stage. */
export type Stage = (source: Iterable<Document>) => Iterable<Document>

/** What stages need of what is around them. */
export interface Environment {
  /** Values of `$$names` that hold in the whole pipeline, e.g. of a lookup's `let`. */
  variables: Readonly<Record<string, MaybeValue>>
  /** The documents of another collection that match a filter. */
  find: (collection: string, filter: Record<string, unknown>) => Iterable<Document>
  /** Compiles a pipeline inside of a stage. */
  pipeline: (stages: unknown, environment: Environment) => Stage
}

/** Compiles one stage's operand. */
export type StageCompiler = (operand: unknown, environment: Environment) => Stage
