import type { z } from 'zod'

/** A stored document: its id, and the version of its schema from the first day. */
export interface Stored {
  _id: string
  schemaVersion: number
}

/**
 * A collection and the shape of what is in it. Whatever is written is checked against the schema first, so a
 * document that breaks it never reaches the database.
 */
export interface Collection<Document extends Stored> {
  name: string
  schema: z.ZodType<Document>
  /** Brings an older document to the present schema; absent while there is only version 1. */
  upgrade?: (older: Stored) => Document
}

/** Declares a collection; the name is the one in `config/cloud.ts`. */
export const collection = <Document extends Stored>(
  name: string,
  schema: z.ZodType<Document>,
  upgrade?: (older: Stored) => Document,
): Collection<Document> => ({ name, schema, upgrade })

/** The names of a collection's fields. @throws for a union of shapes, which have no fields in common */
export function fieldsOf<D extends Stored>({ name, schema }: Collection<D>): string[] {
  if ('shape' in schema && typeof schema.shape === 'object' && schema.shape) return Object.keys(schema.shape)
  throw new Error(`${name} holds documents of more than one shape`)
}
