import {
  cancel,
  fromNow,
  hour,
  meetingInput,
  minute,
  newMeeting,
  pinganli,
  signedUp,
} from '../../meetings/story'
import { newRequestId, type Caller } from '../../support/cloud'
import { marks } from './marks'
import type { DomainMatrix } from './table'

const underWay = {
  ...{ startsAt: fromNow(-10 * minute), endsAt: fromNow(2 * hour), signUpUntil: fromNow(hour) },
  capacity: 99,
}

const {
  communityId: _c,
  template: _t,
  audience: _a,
  householdLimit: _h,
  agenda: _g,
  ...rest
} = meetingInput()
const { months: _m, requestId: _r, ...facts } = rest

const draftOf = (meetingId: string) => ({
  ...{ meetingId, seen: 0, text: marks.draft.text },
  ...{ decisions: [], actions: [] },
})

/** The owner waits, and the only seat becomes free. */
async function offeredTo(owner: Caller, chen: Caller, other: Caller): Promise<string> {
  const { id } = await newMeeting(chen, { capacity: 1 })
  const seat = await signedUp(other, id)
  const waiting = await signedUp(owner, id)
  await cancel(other, seat.id)
  return waiting.id
}

export const meetings: DomainMatrix<'meetings'> = {
  prepare: async ({ chen, owner, neighbour }) => {
    const [toCome, now, off] = [
      await newMeeting(chen, { capacity: 99 }),
      await newMeeting(chen, underWay),
      await newMeeting(chen),
    ]
    const [one, other] = [await neighbour(), await neighbour()]
    const mine = await signedUp(owner, (await newMeeting(chen)).id)
    await signedUp(owner, now.id)
    const [came, absent] = [await signedUp(one, now.id), await signedUp(other, now.id)]
    const offered = await offeredTo(owner, chen, one)
    const hand = { kind: 'signUp', signUpId: came.id } as const
    const onNow = { requestId: newRequestId(), meetingId: now.id }
    await chen.get('meetings.attend', { ...onNow, who: hand, reason: '手机没电' })
    const proposal = { requestId: newRequestId(), meetingId: toCome.id, text: '楼道的灯' }
    const [topic] = (await one.get('meetings.proposeTopic', proposal)).topics
    const drafted = await newMeeting(chen, underWay)
    await chen.get('meetings.writeMinutes', { requestId: newRequestId(), ...draftOf(drafted.id) })
    const published = await newMeeting(chen, underWay)
    const open = { ...draftOf(published.id), text: '大家说了楼道的灯' }
    await chen.get('meetings.writeMinutes', { requestId: newRequestId(), ...open })
    const third = await neighbour()
    return {
      upcoming: () => ({ communityId: pinganli }),
      meeting: () => ({ meetingId: now.id }),
      signUp: () => ({ meetingId: toCome.id }),
      cancelSignUp: () => ({ signUpId: mine.id }),
      acceptOffer: () => ({ signUpId: offered }),
      proposeTopic: () => ({ meetingId: toCome.id, text: '停车位' }),
      supportTopic: () => ({ meetingId: toCome.id, topicId: topic?.id ?? '', support: true }),
      myCode: () => ({ meetingId: now.id }),
      checkIn: async () => ({
        code: (await chen.get('meetings.host', { meetingId: now.id })).steps?.[0]?.qr ?? '',
      }),
      calendar: () => ({ meetingId: toCome.id }),
      staffMeetings: () => ({ communityId: pinganli }),
      publish: () => ({ ...meetingInput(), requestId: undefined }),
      edit: () => ({ ...facts, meetingId: off.id, version: off.version }),
      callOff: () => ({ meetingId: off.id, reason: '台风天' }),
      setAgenda: () => ({ meetingId: toCome.id, topicId: topic?.id ?? '', on: true }),
      host: () => ({ meetingId: now.id }),
      attend: () => ({ meetingId: now.id, who: { kind: 'guest', name: '孙大爷' }, reason: '走进来的' }),
      scanMember: async () => ({
        meetingId: now.id,
        code: (await third.get('meetings.myCode', { meetingId: now.id })).steps[0]?.qr ?? '',
      }),
      undoAttend: () => ({ signUpId: came.id, reason: '签错了' }),
      freeSeat: () => ({ signUpId: absent.id, reason: '没有来' }),
      writeMinutes: () => draftOf(now.id),
      minutes: () => ({ meetingId: drafted.id }),
      publishMinutes: () => ({ meetingId: published.id, version: 1 }),
    }
  },
  expected: `
                  guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  upcoming        +      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        +
  meeting         +      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        +
  signUp          U      F        F    +      +NN       +NN         FFFF    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  cancelSignUp    U      N        N    +      NNN       NNN         NNNN    NNNN     NNNN    NNNN  NNNN      NNNN  NNN     N         N        U
  acceptOffer     U      N        N    +      NNN       NNN         NNNN    NNNN     NNNN    NNNN  NNNN      NNNN  NNN     N         N        U
  proposeTopic    U      F        F    +      +NN       +NN         FFFF    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  supportTopic    U      F        F    +      +NN       +NN         FFFF    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  myCode          U      N        N    +      +NN       +NN         NNNN    NNNN     NNNN    NNNN  NNNN      NNNN  NNN     N         N        U
  checkIn         U      W        W    +      +WW       +WW         WWWW    WWWW     WWWW    WWWW  WWWW      WWWW  WWW     W         W        U
  calendar        +      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        +
  staffMeetings   U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  publish         U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  edit            U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  callOff         U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  setAgenda       U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  host            U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  attend          U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  scanMember      U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  undoAttend      U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  freeSeat        U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  writeMinutes    U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  minutes         U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  publishMinutes  U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
`,
}
