import Taro from '@tarojs/taro'
import { attemptTimeoutMs, type Attempt, type CallEvent } from './attempt'

/** Sends one event to a cloud function through WeChat, which adds the caller's identity. */
export const send = async (domain: string, event: CallEvent): Promise<Attempt> => {
  const { networkType } = await Taro.getNetworkType().catch(() => ({ networkType: 'unknown' }))
  if (networkType === 'none') return { kind: 'unreached' }
  let alarm: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<Attempt>((resolve) => {
    alarm = setTimeout(() => resolve({ kind: 'unanswered' }), attemptTimeoutMs)
  })
  const answer = Taro.cloud
    .callFunction({ name: domain, data: event })
    .then((result): Attempt => ({ kind: 'answer', body: result.result }))
    .catch((): Attempt => ({ kind: 'unanswered' }))
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(alarm))
}

/** WeChat's log-in does not end. */
export const watchRefusals = (_listener: () => void): void => undefined
