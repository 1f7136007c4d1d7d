import type { CollectionDefinitions } from '../../../localcloud/engine/types'

/**
 * The collections that the cases use, a file of cases its own. The prefix keeps them apart from a product's. In a real
 * environment the two with indexes must be given theirs once, in the console.
 */
export const collections = {
  conformance_queries: { indexes: [] },
  conformance_updates: { indexes: [] },
  conformance_writes: { indexes: [] },
  conformance_reading: { indexes: [] },
  conformance_stages: { indexes: [] },
  conformance_joins: { indexes: [] },
  conformance_stock: { indexes: [] },
  conformance_moved: { indexes: [] },
  conformance_expressions: { indexes: [] },
  conformance_transactions: { indexes: [] },
  conformance_limits: { indexes: [] },
  conformance_unique: { indexes: [{ name: 'code', fields: [['code', 1]], unique: true }] },
  conformance_places: { indexes: [{ name: 'place', fields: [['place', '2dsphere']] }] },
  conformance_unplaced: { indexes: [] },
} satisfies CollectionDefinitions
