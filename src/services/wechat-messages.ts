import { useEffect } from 'react'
import type { Output } from '@contract/index'
import { call } from './call'
import { askToSubscribe, canSubscribe } from './platform/subscribe'
import { useSession } from './session'
import { perform } from './use-action'

export type MessageTemplate = Output<'inbox.allowed'>['templates'][number]

let known: readonly MessageTemplate[] = []

/** Fetches what may be asked for, before the tap in which it is asked. Nothing waits for it. */
export const useMessageTemplates = (): void => {
  const isMember = useSession((session) => session.me !== null)
  useEffect(() => {
    if (isMember && canSubscribe) void refresh()
  }, [isMember])
}

const refresh = async (): Promise<void> => {
  const reply = await call('inbox.allowed', {})
  if (reply.ok) known = reply.data.templates
}

/**
 * Inside a tap: asks whether WeChat may tell of it once. What the tap itself is for goes on meanwhile, whatever the
 * answer is.
 */
export const offerMessage = (kind: MessageTemplate['kind']): void => {
  const templates = known.filter((template) => template.kind === kind)
  if (templates.length === 0) return
  void askToSubscribe(templates).then(async (accepted) => {
    if (accepted.length === 0) return
    await perform('inbox.allow', { accepted: accepted.map((template) => template.kind) })
    await refresh()
  })
}
