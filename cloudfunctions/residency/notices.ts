import type { Notice } from '../inbox/post'
import type { Residency } from './store'

/** Nothing of where somebody lives: a message may be read over a shoulder. */
const decided = {
  verify: { title: '住址核验通过了', text: '积分、兑换和报名都可以用了。' },
  refuse: { title: '住址没有核验通过', text: '点开看原因，改一改可以再交。' },
  end: { title: '你的住址登记有变动', text: '点开看看。不对的话，请打社区电话。' },
}

/** What the person is told when staff have decided. */
export const noticeOf = (
  { _id, memberId, timeline }: Residency,
  event: keyof typeof decided,
  at: string,
): Notice => ({
  ...decided[event],
  memberId,
  target: { kind: 'residency', id: _id },
  event: `${event} ${_id} ${timeline.length}`,
  at,
})
