import { EngineError } from '../engine/types'

/**
 * An error of the protocol: `{code, message, requestId}` with HTTP 200 on the SDK's side.
 * Codes are CloudBase's own, e.g. INVALID_PARAM, DATABASE_PERMISSION_DENIED.
 */
export class GatewayError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'GatewayError'
  }
}

/** An error that a client of the platform sees: HTTP status with JSON `{code, message}`. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'HttpError'
  }
}

/** How a duplicate key is spelled. CloudBase does both, so the default alternates. */
export type DuplicateSpelling = 'alternate' | 'write' | 'request'

/** Turns errors of the engine into CloudBase's codes. One for each cloud, because spellings alternate. */
export class ErrorTranslator {
  private turn = 0

  constructor(private readonly duplicates: () => DuplicateSpelling) {}

  /** @returns null for an error that is the cloud's own fault */
  translate(error: unknown): { code: string; message: string } | null {
    if (error instanceof GatewayError) return { code: error.code, message: error.message }
    if (!(error instanceof EngineError)) return null
    if (error.code === 'DUPLICATE_KEY') return this.duplicate(error.message)
    return { code: CODES[error.code], message: error.message }
  }

  private duplicate(message: string): { code: string; message: string } {
    const spelling = this.duplicates()
    const asWrite = spelling === 'alternate' ? this.turn++ % 2 === 0 : spelling === 'write'
    return asWrite
      ? { code: 'DATABASE_DUPLICATE_WRITE', message: `duplicate write: ${message}` }
      : { code: 'DATABASE_REQUEST_FAILED', message: `E11000 duplicate key error collection: ${message}` }
  }
}

const CODES = {
  COLLECTION_NOT_EXIST: 'DATABASE_COLLECTION_NOT_EXIST',
  TRANSACTION_CONFLICT: 'DATABASE_TRANSACTION_CONFLICT',
  TRANSACTION_GONE: 'DATABASE_TRANSACTION_FAIL',
  INVALID_REQUEST: 'DATABASE_REQUEST_FAILED',
  LIMIT_EXCEEDED: 'EXCEED_REQUEST_LIMIT',
} as const
