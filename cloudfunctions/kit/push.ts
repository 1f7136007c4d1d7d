/** Of the events that WeChat pushes, those that we take, by the action that takes them. */
const taken: Record<string, { action: string; input: (event: Record<string, unknown>) => unknown }> = {
  /** The result of `security.mediaCheckAsync`, within 30 minutes (developers.weixin.qq.com). */
  wxa_media_check: {
    action: 'photoChecked',
    input: ({ trace_id, errcode, result }) => {
      const { suggest } = (result ?? {}) as { suggest?: unknown }
      const isSure = (errcode ?? 0) === 0 && ['pass', 'review', 'risky'].includes(suggest as string)
      return { traceId: trace_id, verdict: isSure ? suggest : 'down' }
    },
  },
}

/** What an event of WeChat's message push asks for; null for any other event. */
export function pushed(event: unknown): { action: string; input: unknown } | null {
  const found = (event ?? {}) as Record<string, unknown>
  if (found.MsgType !== 'event' || typeof found.Event !== 'string') return null
  const push = Object.hasOwn(taken, found.Event) ? taken[found.Event] : undefined
  return push ? { action: push.action, input: push.input(found) } : null
}
