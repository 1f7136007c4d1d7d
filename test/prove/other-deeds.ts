import type { Output } from '@contract/index'
import { callerAt, newRequestId, signInAs, type Caller } from '../support/caller'
import type { Record } from './wishes'

const communityId = 'wendeng.tianfu.pinganli'
const dayMs = 86_400_000

/** Something else than a redemption that was acknowledged: how to find it again. */
export interface Other {
  token: string
  what: { caseId: string } | { meetingId: string; signUpId: string }
}

/**
 * Beside the redemptions, until the cloud is gone: staff publish a meeting, everybody signs up for it at once, and one
 * after the other reports something (ten a day are allowed).
 */
export async function doOtherThings(
  url: string,
  tokens: readonly string[],
  round: number,
  others: Other[],
): Promise<void> {
  const reporter = tokens[round % tokens.length] ?? ''
  const report = async () => {
    const { id } = await callerAt(url, reporter).get('affairs.submit', submission())
    others.push({ token: reporter, what: { caseId: id } })
  }
  const signUps = async () => {
    const meetingId = await publish(callerAt(url, await signInAs(url, 'chen')))
    await Promise.all(tokens.map((token) => signUp(url, token, meetingId, others)))
  }
  // Whatever the kill cuts off has no acknowledgement, and nothing is asked of it.
  await Promise.allSettled([report(), signUps()])
}

const submission = () => ({
  requestId: newRequestId(),
  communityId,
  kind: 'report' as const,
  category: 'sanitation' as const,
  identity: 'named' as const,
  text: '楼道里堆了很多杂物，请清一清。',
  place: { compound: '平安花园', building: '3 号楼', note: '' },
  photos: [],
})

/** Half of those who ask get a seat, the others wait. */
async function publish(worker: Caller): Promise<string> {
  const from = (ms: number) => new Date(Date.now() + ms).toISOString()
  const { meetings } = await worker.get('meetings.publish', {
    ...{
      requestId: newRequestId(),
      communityId,
      template: 'open_day',
      title: '恳谈日',
      venue: '服务站',
      note: '',
    },
    ...{ startsAt: from(3 * dayMs), endsAt: from(3 * dayMs + 7_200_000) },
    ...{ signUpFrom: from(-dayMs), signUpUntil: from(3 * dayMs), capacity: 10, waitlistLimit: 10 },
    ...{ audience: { kind: 'community' }, householdLimit: null, agenda: [], months: 1 },
  })
  return meetings[0]?.id ?? ''
}

async function signUp(url: string, token: string, meetingId: string, others: Other[]): Promise<void> {
  const input = { requestId: newRequestId(), meetingId }
  const made: Output<'meetings.signUp'> = await callerAt(url, token).get('meetings.signUp', input)
  others.push({ token, what: { meetingId, signUpId: made.id } })
}

/** Every case and sign-up that was acknowledged is there. */
export async function lookForOthers(url: string, others: readonly Other[], record: Record): Promise<void> {
  for (const { token, what } of others) {
    record.acknowledged += 1
    const me = callerAt(url, token)
    if ('caseId' in what) {
      const found = await me.call('affairs.mineShown', what)
      if (!found.ok) record.faults.push(`case ${what.caseId}: ${found.code}`)
    } else {
      const { signUp: mine } = await me.get('meetings.meeting', { meetingId: what.meetingId })
      if (mine?.id !== what.signUpId) record.faults.push(`sign-up ${what.signUpId} is gone`)
    }
  }
}
