/** An entry of a list whose documents carry the id of the import that wrote them last. */
export interface MarkedEntry<Document> {
  id: string
  effect: 'pending' | 'none' | 'added' | 'changed'
  /** The document as it was before; null when there was none. */
  before: Document | null
}

/** Of such a document, what an undo looks at. */
export type Mark = { writtenBy: string }

/** What undoing has to do with an entry. */
export function undoEntry(
  { effect, before }: MarkedEntry<Mark>,
  present: Mark | null,
  importId: string,
): 'nothing' | 'remove' | 'restore' | 'CHANGED_MEANWHILE' {
  if (effect === 'none' || effect === 'pending') return 'nothing'
  if (present?.writtenBy === importId) return before ? 'restore' : 'remove'
  // As it was: never written, or put back by an earlier attempt.
  if (present?.writtenBy === before?.writtenBy) return 'nothing'
  return 'CHANGED_MEANWHILE'
}
