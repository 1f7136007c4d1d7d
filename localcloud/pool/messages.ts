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
  /** One line that the function wrote to its standard output or error. */
  | { kind: 'line'; text: string }
  | { kind: 'returned'; id: number; reply: string }
  | { kind: 'threw'; id: number; message: string }

/** What a thread is told: run the bundle anew for an instance with this environment, or serve a call. */
export type ThreadMessage =
  | { kind: 'begin'; environment: Record<string, string> }
  | { kind: 'call'; call: CallMessage }

/** What a thread is started with. */
export interface ThreadData {
  bundle: string
}
