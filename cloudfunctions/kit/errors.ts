/** How the database can refuse, in our own words; the SDK's codes stay in this file. */
export type DatabaseFault = 'duplicate' | 'conflict' | 'other'

/** An error of the database. Its message holds the platform's code and nothing of the document. */
export class DatabaseError extends Error {
  constructor(
    readonly fault: DatabaseFault,
    readonly code: string,
    /** true when a commit got no clear answer: what the transaction wrote may be there or not. */
    readonly outcomeOpen = false,
  ) {
    super(code)
    this.name = 'DatabaseError'
  }
}

/** Turns what the SDK throws or returns into a DatabaseError. */
export function databaseError(problem: unknown): DatabaseError {
  const { code, message } = (problem ?? {}) as { code?: unknown; message?: unknown }
  const name = typeof code === 'string' ? code : 'UNKNOWN'
  return new DatabaseError(faultOf(name, typeof message === 'string' ? message : ''), name)
}

/** A duplicate key shows in one of two spellings; both occur in production. */
function faultOf(code: string, message: string): DatabaseFault {
  if (code === 'DATABASE_DUPLICATE_WRITE' || message.includes('E11000')) return 'duplicate'
  if (code === 'DATABASE_TRANSACTION_CONFLICT' || code === 'DATABASE_TRANSACTION_FAIL') return 'conflict'
  return 'other'
}
