import { z } from 'zod'
import { member, resident, staff } from './access'
import { action } from './action'
import {
  CommunityId,
  Cursor,
  Instant,
  line,
  MaskedName,
  MemberId,
  paragraph,
  ProxyId,
  RequestId,
} from './fields'
import { limits } from './limits'
import { proxyRoles } from './proxied'
import { bounds } from './proxy-bounds'
import { ActKind, ActOutcome, Helper, ProxyAgreed, ProxyState, ProxyWhy } from './proxy-kinds'

const { proxy: max } = limits

const part = line(max.doorPartLength)
const Door = z.object({ building: z.string(), unit: z.string() })

/** A 代办 that goes on, as the helper's bar shows it. */
export const ProxySession = Door.extend({
  id: ProxyId,
  name: MaskedName,
  communityId: CommunityId,
  communityName: z.string(),
  communityPhone: z.string(),
  endsAt: Instant,
  /** The server's clock: the bar counts from here, whatever the phone's says. */
  now: Instant,
})

/** Something that was done, in the words of the record. */
export const ProxyAct = z.object({
  /** e.g. 交诉求 */
  what: z.string(),
  at: Instant,
  outcome: ActOutcome,
  kind: ActKind,
  /** What it was about; null for a sign-up, whose page is its meeting's. */
  objectId: z.string().nullable(),
})

/** A 代办 as it is kept. */
const Recorded = z.object({
  id: ProxyId,
  state: ProxyState,
  as: Helper,
  /** Who helped. */
  helperName: MaskedName,
  why: ProxyWhy,
  note: z.string(),
  agreed: ProxyAgreed,
  startedAt: Instant,
  endedAt: Instant.nullable(),
  acts: z.array(ProxyAct).max(bounds.acts),
  /** What the resident objects to; empty where nothing. */
  objection: z.string(),
  /** What the community answered; empty while it has not. */
  settlement: z.string(),
})

/** As the resident sees it. */
export const ProxyRecord = Recorded.extend({ may: z.array(z.enum(['confirm', 'object'])) })

/** As those see it who look into an objection: whom it is about, and nothing of what the acts were about. */
export const ProxyObjection = Recorded.extend({
  name: MaskedName,
  building: z.string(),
  unit: z.string(),
  acts: z.array(ProxyAct.omit({ objectId: true })).max(bounds.acts),
  /** Whether the viewer may settle it: nobody does that for what they did themselves. */
  maySettle: z.boolean(),
})

const Person = z.object({ memberId: MemberId, name: MaskedName })
const onProxy = { requestId: RequestId, proxyId: ProxyId }
const Moved = z.object({ id: ProxyId, state: ProxyState })
const lead = (scope: 'input.communityId' | 'document') => staff(['community_lead', 'street_staff'], scope)

export const proxy = {
  /** Who is verified for a door that a duty of mine reaches. A door beyond it is not found. */
  find: action({
    access: staff(proxyRoles, 'input.communityId'),
    input: z.strictObject({ communityId: CommunityId, building: part, unit: part, room: part }),
    output: z.object({ persons: z.array(Person).max(bounds.personsShown) }),
    errors: [],
  }),
  /** The others of my household. */
  family: action({
    access: resident(),
    input: z.strictObject({}),
    output: z.object({ persons: z.array(Person).max(bounds.personsShown) }),
    errors: [],
  }),
  /** Begins to act for somebody. They are told at once. */
  start: action({
    access: member(),
    input: z.strictObject({
      requestId: RequestId,
      memberId: MemberId,
      as: z.enum(['staff', 'family']),
      why: ProxyWhy,
      note: paragraph(max.noteLength),
      agreed: ProxyAgreed,
    }),
    output: ProxySession,
    errors: ['NOT_ONESELF', 'PROXY_RUNNING'],
  }),
  /** The 代办 of mine that goes on; null where none does. */
  current: action({
    access: member(),
    input: z.strictObject({}),
    output: z.object({ session: ProxySession.nullable() }),
    errors: [],
  }),
  /** Ends mine. One that is over already stays as it is. */
  end: action({ access: member(), input: z.strictObject(onProxy), output: Moved, errors: [] }),
  /** What was done for me, newest first. */
  records: action({
    access: member(),
    input: z.strictObject({ before: Cursor.optional() }),
    output: z.object({ records: z.array(ProxyRecord).max(limits.pageSize), nextBefore: Cursor.nullable() }),
    errors: [],
  }),
  /** It was as agreed. Nobody can say so for somebody else. */
  confirm: action({
    access: member(),
    input: z.strictObject(onProxy),
    output: ProxyRecord,
    errors: ['WRONG_STATE'],
  }),
  /** It was not. One that goes on ends at once. */
  object: action({
    access: member(),
    input: z.strictObject({ ...onProxy, text: line(max.objectionLength) }),
    output: ProxyRecord,
    errors: ['WRONG_STATE'],
  }),
  /** What residents objected to and nobody has answered, the longest waiting first. */
  objections: action({
    access: lead('input.communityId'),
    input: z.strictObject({ communityId: CommunityId }),
    output: z.object({ objections: z.array(ProxyObjection).max(limits.pageSize) }),
    errors: [],
  }),
  /** What came of it, for the resident to read. */
  settle: action({
    access: lead('document'),
    input: z.strictObject({ ...onProxy, text: line(max.objectionLength) }),
    output: ProxyObjection,
    errors: ['WRONG_STATE', 'NOT_ONESELF'],
  }),
}
