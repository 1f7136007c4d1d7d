import type { ActionName } from '@contract/index'
import { callerAt, newRequestId, signInAs, type Caller } from '../support/caller'
import { community, type Stage } from './stage'

/** Something that can be guessed: by whom, how, and what a miss is called. */
export interface Kind {
  name: string
  who: Caller
  ask(text: string): [ActionName, object]
  /** Right ones, to guess in their neighbourhood. */
  right: string[]
  misses: readonly string[]
  /** Whether a lock stops it after some guesses. */
  isLocked?: boolean
}

/** What is there to be found. */
export interface Prey {
  kinds: Kind[]
  /** Of an open redemption. */
  digits: string
}

const redemptions = 40
const hourMs = 3_600_000
const instant = (ms: number) => new Date(Date.now() + ms).toISOString()
const fresh = () => ({ requestId: newRequestId() })
const notFound = ['NOT_FOUND'] as const
const wrongCode = ['CHECK_IN_CODE_WRONG'] as const

/** Open redemptions, an activity and a meeting under way, and cases, with somebody to guess each of them. */
export async function prey(stage: Stage): Promise<Prey> {
  const { url, worker } = stage
  const guest = callerAt(url)
  const steward = callerAt(url, await signInAs(url, 'sun'))
  const [li, wang] = [callerAt(url, await signInAs(url, 'li')), callerAt(url, await signInAs(url, 'wang'))]
  const [member] = await stage.members(1)
  const { ids, digits, qrs } = await opened(stage)
  const activityCode = await activityUnderWay(worker)
  const meeting = await meetingUnderWay(worker)
  const { cases } = await worker.get('affairs.queue', { communityId: community, view: 'todo' })
  const verify = (code: string): [ActionName, object] => ['points.verifyPickup', { ...fresh(), code }]
  return {
    digits: digits[0]!,
    kinds: [
      {
        ...{ name: 'pick-up digits', who: worker, ask: verify, right: digits, isLocked: true },
        misses: ['CODE_WRONG', 'TOO_MANY_TRIES'],
      },
      { name: 'pick-up QR codes', who: steward, ask: verify, right: qrs, misses: ['CODE_WRONG'] },
      {
        ...{ name: 'check-in codes of an activity', who: member!, right: [activityCode], misses: wrongCode },
        ask: (code) => ['party.checkIn', { ...fresh(), code }],
      },
      {
        ...{ name: 'check-in codes of a meeting', who: wang, right: [meeting.code], misses: wrongCode },
        ask: (code) => ['meetings.checkIn', { ...fresh(), code }],
      },
      {
        ...{ name: 'ids of cases', who: worker, right: cases.map(({ id }) => id), misses: notFound },
        ask: (caseId) => ['affairs.show', { caseId }],
      },
      {
        ...{ name: 'ids of redemptions', who: li, right: ids, misses: notFound },
        ask: (redemptionId) => ['points.pickupCode', { redemptionId }],
      },
      {
        ...{ name: 'ids of meetings', who: guest, right: [meeting.id], misses: notFound },
        ask: (meetingId) => ['meetings.meeting', { meetingId }],
      },
    ],
  }
}

async function opened(stage: Stage): Promise<{ ids: string[]; digits: string[]; qrs: string[] }> {
  const { id: itemId } = await stage.item(1, redemptions, 1)
  const found = { ids: [] as string[], digits: [] as string[], qrs: [] as string[] }
  for (const who of await stage.residents(redemptions, 10)) {
    const { id } = await who.get('points.redeem', { ...fresh(), itemId, quantity: 1 })
    const { code } = await who.get('points.pickupCode', { redemptionId: id })
    found.ids.push(id)
    found.digits.push(code?.digits ?? '')
    found.qrs.push(code?.steps[0]?.qr ?? '')
  }
  return found
}

async function activityUnderWay(worker: Caller): Promise<string> {
  const { id: activityId } = await worker.get('party.publish', {
    ...{ ...fresh(), communityId: community, title: '清理楼道', venue: '楼前', note: '' },
    ...{ startsAt: instant(0), endsAt: instant(2 * hourMs), compound: null, capacity: null },
  })
  return (await worker.get('party.host', { activityId })).inSteps?.[0]?.qr ?? ''
}

async function meetingUnderWay(worker: Caller): Promise<{ id: string; code: string }> {
  const { meetings } = await worker.get('meetings.publish', {
    ...{ ...fresh(), communityId: community, template: 'open_day', title: '恳谈日', venue: '服务站' },
    ...{ note: '', startsAt: instant(-600_000), endsAt: instant(2 * hourMs), months: 1, agenda: [] },
    ...{ signUpFrom: instant(-24 * hourMs), signUpUntil: instant(hourMs), capacity: 30, waitlistLimit: 0 },
    ...{ audience: { kind: 'community' }, householdLimit: null },
  })
  const id = meetings[0]?.id ?? ''
  return { id, code: (await worker.get('meetings.host', { meetingId: id })).steps?.[0]?.qr ?? '' }
}
