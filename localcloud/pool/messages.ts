/** What the pool sends to an instance. */
export interface CallMessage {
  id: number
  /** The event as JSON text. */
  event: string
  /** The second argument of `main`. */
  context: Record<string, unknown>
  /** Variables of this call alone: identity and source. Gone when the call ends. */
  environment: Record<string, string>
  /** Moves the instance's clock by so much; for tests. */
  clockSkewMs: number
}

/** What an instance sends to the pool. */
export type InstanceMessage =
  | { kind: 'ready' }
  | { kind: 'broken'; message: string }
  | { kind: 'returned'; id: number; reply: string }
  | { kind: 'threw'; id: number; message: string }

/** What an instance is started with. */
export interface InstanceData {
  bundle: string
}
