import { useCallback, useRef, useState } from 'react'
import type { ActionName, Input } from '@contract/index'
import { call } from './call'
import { closeIntent, openIntent } from './intents'
import { isDefinite, type CallReply } from './replies'

/** The actions that change something once: those with a request id. */
export type EffectName = {
  [N in ActionName]: Input<N> extends { requestId: string } ? N : never
}[ActionName]

export interface RunningAction<N extends EffectName> {
  /** true while an answer is awaited. */
  busy: boolean
  /**
   * Runs the action; null when it is running already. Never throws.
   * @param wish what makes it the same request again, where that is more or less than its input
   */
  run: (input: Omit<Input<N>, 'requestId'>, wish?: unknown) => Promise<CallReply<N> | null>
}

/**
 * One action that changes something. Each intent has one request id, kept on the device until a definite reply,
 * so a tap after a time-out or a reload asks for the same effect and not for a second one.
 */
export const useAction = <N extends EffectName>(name: N): RunningAction<N> => {
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const run = useCallback(
    async (input: Omit<Input<N>, 'requestId'>, wish?: unknown) => {
      if (running.current) return null
      running.current = true
      setBusy(true)
      const reply = await perform(name, input, wish)
      running.current = false
      setBusy(false)
      return reply
    },
    [name],
  )
  return { busy, run }
}

/**
 * One run of an action, without a page.
 * @param wish as for `run`
 */
export const perform = async <N extends EffectName>(
  name: N,
  input: Omit<Input<N>, 'requestId'>,
  wish: unknown = input,
): Promise<CallReply<N>> => {
  const requestId = openIntent(name, wish)
  const reply = await call(name, { ...input, requestId } as Input<N>)
  if (isDefinite(reply)) closeIntent(name, wish)
  return reply
}
