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
