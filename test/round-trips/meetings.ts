import {
  cancel,
  day,
  fromNow,
  hour,
  later,
  meetingInput,
  minute,
  newMeeting,
  pinganli,
  signedUp,
} from '../meetings/story'
import { newRequestId, type Caller } from '../support/cloud'
import type { Call, CallsOf, Stage } from './call'

const fresh = () => ({ requestId: newRequestId() })
const inPinganli = { communityId: pinganli }
const why = { reason: '手机没电' }

export const meetings: CallsOf<'meetings'> = {
  upcoming: async ({ resident }) => [await resident(), inPinganli],
  meeting: async (stage) => ofMember(stage, {}),
  signUp: async (stage) => ofMember(stage, fresh()),
  cancelSignUp: async (stage) => {
    const { who, signUpId } = await seated(stage)
    return [who, { ...fresh(), signUpId }]
  },
  acceptOffer: async (stage) => {
    const { id } = await newMeeting(await stage.persona('chen'), { capacity: 1 })
    const [first, second] = [await stage.resident(), await stage.resident()]
    const seat = await signedUp(first, id)
    const place = await signedUp(second, id)
    await cancel(first, seat.id)
    return [second, { ...fresh(), signUpId: place.id }]
  },
  proposeTopic: async (stage) => ofMember(stage, { ...fresh(), text: '小区门口停车' }),
  supportTopic: async (stage) => {
    const { id: meetingId } = await newMeeting(await stage.persona('chen'), { agenda: ['电动车充电'] })
    const who = await stage.resident()
    const { topics } = await who.get('meetings.meeting', { meetingId })
    return [who, { ...fresh(), meetingId, topicId: topics[0]!.id, support: true }]
  },
  myCode: async (stage) => {
    const { who, meetingId } = await seated(stage)
    return [who, { meetingId }]
  },
  checkIn: async (stage) => {
    const { who, code } = await atTheDoor(stage)
    return [who, { ...fresh(), code }]
  },
  calendar: async (stage) => ofMember(stage, {}),
  staffMeetings: async ({ persona }) => [await persona('chen'), inPinganli],
  publish: async ({ persona }) => [await persona('chen'), meetingInput()],
  edit: async (stage) => {
    const { startsAt, endsAt, signUpFrom, signUpUntil, title, venue, note, ...found } = await newMeeting(
      await stage.persona('chen'),
    )
    const facts = { startsAt, endsAt, signUpFrom, signUpUntil, title, venue, note, capacity: 3 }
    return ofHost(stage, { ...facts, meetingId: found.id, waitlistLimit: 2, version: found.version })
  },
  callOff: async (stage) => ofHost(stage, { ...why, meetingId: (await seated(stage)).meetingId }),
  setAgenda: async (stage) => {
    const chen = await stage.persona('chen')
    const { id: meetingId } = await newMeeting(chen, { agenda: ['电动车充电'] })
    const { topics } = await chen.get('meetings.meeting', { meetingId })
    return ofHost(stage, { meetingId, topicId: topics[0]!.id, on: false })
  },
  host: async (stage) => [await stage.persona('chen'), { meetingId: (await atTheDoor(stage)).meetingId }],
  attend: async (stage) => {
    const { meetingId, signUpId } = await atTheDoor(stage)
    return ofHost(stage, { meetingId, ...why, who: { kind: 'signUp', signUpId } })
  },
  scanMember: async (stage) => {
    const { who, meetingId } = await atTheDoor(stage)
    const { steps } = await who.get('meetings.myCode', { meetingId })
    return ofHost(stage, { meetingId, code: steps[0]?.qr ?? '' })
  },
  undoAttend: async (stage) => {
    const { who, code, signUpId } = await atTheDoor(stage)
    await who.get('meetings.checkIn', { ...fresh(), code })
    return ofHost(stage, { signUpId, ...why })
  },
  freeSeat: async (stage) => ofHost(stage, { signUpId: (await atTheDoor(stage)).signUpId, ...why }),
  writeMinutes: async (stage) => ofHost(stage, await draft(stage)),
  minutes: async (stage) => {
    const { meetingId } = await written(stage)
    return [await stage.persona('chen'), { meetingId }]
  },
  publishMinutes: async (stage) => ofHost(stage, await written(stage)),
}

const ofHost = async ({ persona }: Stage, input: object): Promise<Call> => [
  await persona('chen'),
  { ...fresh(), ...input },
]

const ofMember = async ({ persona, resident }: Stage, input: object): Promise<Call> => {
  const { id } = await newMeeting(await persona('chen'))
  return [await resident(), { meetingId: id, ...input }]
}

interface Seated {
  who: Caller
  meetingId: string
  signUpId: string
}

async function seated({ persona, resident }: Stage, fields = {}): Promise<Seated> {
  const { id } = await newMeeting(await persona('chen'), { capacity: 3, ...fields })
  const who = await resident()
  return { who, meetingId: id, signUpId: (await signedUp(who, id)).id }
}

/** It begins in half an hour: the host's screen shows a code. */
async function atTheDoor(stage: Stage): Promise<Seated & { code: string }> {
  const times = { startsAt: fromNow(30 * minute), endsAt: fromNow(3 * hour), signUpUntil: fromNow(2 * hour) }
  const seat = await seated(stage, times)
  const { steps } = await (await stage.persona('chen')).get('meetings.host', { meetingId: seat.meetingId })
  return { ...seat, code: steps?.[0]?.qr ?? '' }
}

/** After a meeting to which one came. */
async function draft(stage: Stage) {
  const { meetingId } = await seated(stage)
  later(stage.cloud, 4 * day)
  const actions = [{ text: '联系交警划线', dueOn: null, owner: '社区' }]
  return { meetingId, seen: 0, text: '谈了停车。', decisions: [], actions }
}

async function written(stage: Stage) {
  const { meetingId, ...minutes } = await draft(stage)
  const input = { ...fresh(), meetingId, ...minutes }
  const { version } = await (await stage.persona('chen')).get('meetings.writeMinutes', input)
  return { meetingId, version }
}
