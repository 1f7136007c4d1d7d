import type { Input } from '@contract/index'

export type RevealReason = Input<'privacy.reveal'>['reason']

/** Why staff see a name and a phone in full. The person reads it. */
export const reasonWords: Record<RevealReason, string> = {
  call_back: '打电话回复',
  verify: '核对身份',
  urgent: '有急事',
  visit: '约上门',
  other: '其他',
}

export const isReason = (text: string): text is RevealReason => text in reasonWords
