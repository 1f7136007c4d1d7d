/** Refusals that any action may give. Their words live in the client's `messages.ts`. */
export const commonCodes = [
  'INVALID_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  // Of a call on behalf of somebody (代办): it is over, or this is not done for somebody else.
  'PROXY_OVER',
  'PROXY_CLOSED',
  'INTERNAL',
] as const

export type CommonCode = (typeof commonCodes)[number]

/** What every function answers. `detail` names the field of an INVALID_INPUT; INTERNAL never carries any. */
export type Reply<Data, Code extends string = string> =
  | { ok: true; data: Data }
  | { ok: false; code: Code | CommonCode; detail?: string; traceId: string }
