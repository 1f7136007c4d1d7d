/**
 * One line of the log. These fields and no others: nothing that a person typed, no name, phone, openid or token
 * can reach the log, because there is no field for it.
 */
export interface LogLine {
  event: 'call' | 'fault' | 'job'
  domain: string
  action: string
  traceId: string
  /** Milliseconds. */
  took?: number
  code?: string
  /** Field of an INVALID_INPUT, or the path of an output that broke its schema. */
  field?: string
  /** Class and place of an unexpected error, never its message. */
  fault?: string
  counts?: Record<string, number>
}

/** Writes one line of JSON to the function's log. */
export function log(line: LogLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** Class, code and first frames of an error: where it happened, not what it said. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = (error as { code?: unknown }).code
  // The message stands before the frames and may itself have lines that look like one.
  const { stack = '', message } = error
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((frame) => frame.trim().startsWith('at '))
    .slice(0, 4)
    .map((frame) => frame.trim().replace(/\(?(?:\/[^/\s:)]+)*\/([^/\s:)]+:\d+:\d+)\)?/, '($1)'))
  return [error.name, typeof code === 'string' ? code : '', ...frames].filter(Boolean).join(' ')
}
