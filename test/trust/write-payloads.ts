import { inTurn } from '../support/breadth'
import { accepted, submission } from '../affairs/story'
import { fromNow, hour, minute, newMeeting } from '../meetings/story'
import { newItem, pinganli } from '../points/story'
import { newRequestId, type Caller, type TestCloud } from '../support/cloud'
import { payloads } from './script-payloads'

/** Those that a field of so many characters takes. */
export const fitting = (limit: number): string[] => payloads.filter(({ length }) => length <= limit)

/** All of them, so many to a text. */
export function texts(limit: number): string[] {
  const found: string[] = []
  for (const payload of payloads) {
    const last = found.at(-1)
    const joined = last === undefined ? payload : `${last}\n${payload}`
    if (last !== undefined && joined.length <= limit) found[found.length - 1] = joined
    else found.push(payload.length < 4 ? `${payload} 四个字` : payload)
  }
  return found
}

/** Of texts, or of what is written with them, an eighth where things take turns. */
export const eighthOf = <T>(list: readonly T[]): readonly T[] => inTurn(list, 8)

/** @returns the list in pieces of so many */
export const pieces = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  )

export const someone = async (cloud: TestCloud): Promise<Caller> => (await cloud.residents(1, 500))[0]!

/** Under way: minutes can be written and guests walk in. */
const now = {
  startsAt: fromNow(-10 * minute),
  endsAt: fromNow(2 * hour),
  signUpUntil: fromNow(hour),
  capacity: 400,
}

/** A meeting whose minutes and guests are payloads. @returns its id */
export async function metAbout(
  chen: Caller,
  {
    decisions,
    actions,
    text,
    guests,
  }: { decisions: string[]; actions: string[]; text: string; guests: string[] },
): Promise<string> {
  const { id: meetingId } = await newMeeting(chen, now)
  for (const name of guests) {
    const who = { kind: 'guest', name } as const
    await chen.get('meetings.attend', { requestId: newRequestId(), meetingId, who, reason: name })
  }
  await chen.get('meetings.writeMinutes', {
    requestId: newRequestId(),
    meetingId,
    seen: 0,
    text,
    decisions,
    actions: actions.map((one) => ({ text: one, dueOn: null, owner: one.slice(0, 30).trim() })),
  })
  await chen.get('meetings.publishMinutes', { requestId: newRequestId(), meetingId, version: 1 })
  return meetingId
}

/** A case that says nothing but payloads, answered and made public with more. @returns its id */
export async function caseOf(
  who: Caller,
  chen: Caller,
  text: string,
  short: string,
  notes: string[],
): Promise<string> {
  const place = { compound: '平安花园', building: '3 号楼', note: short }
  const { id: caseId } = await who.get('affairs.submit', submission({ text, place }))
  await accepted(chen, { id: caseId })
  for (const note of notes) await chen.get('affairs.note', { requestId: newRequestId(), caseId, text: note })
  const publish = { question: short, answer: text }
  await chen.get('affairs.answer', {
    ...{ requestId: newRequestId(), caseId, version: 2, outcome: 'solved', photoIds: [] },
    text,
    publish,
  })
  return caseId
}

/** An item that is called so. */
export const itemCalled = (chen: Caller, name: string) =>
  newItem(chen, { name, description: name, pickupPlace: name, pickupHours: name, costPoints: 1 })

export const noticeOf = (chen: Caller, title: string, text: string, shownUntil: string) =>
  chen.get('notices.publish', {
    ...{ requestId: newRequestId(), communityId: pinganli, kind: 'notification', pinned: false },
    title,
    text,
    shownUntil,
  })
