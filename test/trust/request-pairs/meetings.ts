import { cancel, fromNow, hour, meetingInput, minute, newMeeting, signedUp } from '../../meetings/story'
import { newRequestId, type Caller } from '../../support/cloud'
import { pair, type Pairs } from './pair'

const now = { startsAt: fromNow(-10 * minute), endsAt: fromNow(2 * hour), signUpUntil: fromNow(hour) }

/** 恳谈日. */
export const meetingsPairs: Pairs = ({ chen, someone }) => {
  const meeting = (fields = {}) => newMeeting(chen, { capacity: 9, ...fields })

  const seatIn = async (fields = {}) => {
    const { id } = await meeting({ ...now, ...fields })
    return { meetingId: id, signUpId: (await signedUp(await someone(), id)).id }
  }

  const attended = async () => {
    const { meetingId, signUpId } = await seatIn()
    const who = { kind: 'signUp', signUpId } as const
    await chen.get('meetings.attend', { requestId: newRequestId(), meetingId, who, reason: '手机没电' })
    return { signUpId, reason: '签错了' }
  }

  const offered = async (who: Caller) => {
    const { id } = await meeting({ capacity: 1 })
    const first = await someone()
    const seat = await signedUp(first, id)
    const waiting = await signedUp(who, id)
    await cancel(first, seat.id)
    return { signUpId: waiting.id }
  }

  const topicOf = async (meetingId: string, who: Caller) => {
    const input = { requestId: newRequestId(), meetingId, text: '楼道的灯' }
    return (await who.get('meetings.proposeTopic', input)).topics[0]?.id ?? ''
  }

  const minutesOf = (meetingId: string) => ({
    meetingId,
    seen: 0,
    text: '说了很多',
    decisions: [],
    actions: [],
  })

  return {
    'meetings.signUp': async () => pair(await someone(), async () => ({ meetingId: (await meeting()).id })),
    'meetings.cancelSignUp': async () => {
      const who = await someone()
      return pair(who, async () => ({ signUpId: (await signedUp(who, (await meeting()).id)).id }))
    },
    'meetings.acceptOffer': async () => {
      const who = await someone()
      return pair(who, () => offered(who))
    },
    'meetings.proposeTopic': async () =>
      pair(await someone(), async () => ({ meetingId: (await meeting()).id, text: '楼道的灯' })),
    'meetings.supportTopic': async () => {
      const other = await someone()
      return pair(await someone(), async () => {
        const { id: meetingId } = await meeting()
        return { meetingId, topicId: await topicOf(meetingId, other), support: true }
      })
    },
    'meetings.checkIn': async () => {
      const who = await someone()
      return pair(who, async () => {
        const { id: meetingId } = await meeting(now)
        await signedUp(who, meetingId)
        return { code: (await chen.get('meetings.host', { meetingId })).steps?.[0]?.qr }
      })
    },
    'meetings.publish': async () => ({
      who: chen,
      inputs: [meetingInput(), meetingInput({ title: '十二月恳谈日' })],
    }),
    'meetings.edit': () =>
      pair(chen, async () => {
        const { id: meetingId, version } = await meeting()
        const {
          communityId: _c,
          template: _t,
          audience: _a,
          householdLimit: _h,
          agenda: _g,
          months: _m,
          ...facts
        } = meetingInput()
        return { ...facts, meetingId, version }
      }),
    'meetings.callOff': () => pair(chen, async () => ({ meetingId: (await meeting()).id, reason: '台风天' })),
    'meetings.setAgenda': () =>
      pair(chen, async () => {
        const { id: meetingId } = await meeting()
        return { meetingId, topicId: await topicOf(meetingId, await someone()), on: true }
      }),
    'meetings.attend': () =>
      pair(chen, async () => {
        const { meetingId, signUpId } = await seatIn()
        return { meetingId, who: { kind: 'signUp', signUpId }, reason: '手机没电' }
      }),
    'meetings.scanMember': () =>
      pair(chen, async () => {
        const { id: meetingId } = await meeting(now)
        const code = (await (await someone()).get('meetings.myCode', { meetingId })).steps[0]?.qr
        return { meetingId, code }
      }),
    'meetings.undoAttend': () => pair(chen, attended),
    'meetings.freeSeat': () =>
      pair(chen, async () => ({ signUpId: (await seatIn()).signUpId, reason: '没有来' })),
    'meetings.writeMinutes': () => pair(chen, async () => minutesOf((await meeting(now)).id)),
    'meetings.publishMinutes': () =>
      pair(chen, async () => {
        const { id: meetingId } = await meeting(now)
        await chen.get('meetings.writeMinutes', { requestId: newRequestId(), ...minutesOf(meetingId) })
        return { meetingId, version: 1 }
      }),
  }
}
