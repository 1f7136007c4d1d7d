import {
  activityInput,
  application,
  applied,
  codesOf,
  day,
  fromNow,
  hour,
  join,
  newActivity,
  partOf,
  pinganli,
  present,
} from '../party/story'
import { newRequestId } from '../support/cloud'
import type { Call, CallsOf, Stage } from './call'

const inPinganli = { communityId: pinganli }
const request = () => ({ requestId: newRequestId() })

export const party: CallsOf<'party'> = {
  registration: async (stage) => [(await applicant(stage)).who, {}],
  apply: async ({ resident }) => [await resident(), application()],
  withdraw: async (stage) => [(await applicant(stage)).who, request()],
  activities: async (stage) => [await member(stage), {}],
  activity: async (stage) => {
    const { who, activityId } = await joined(stage)
    return [who, { activityId }]
  },
  join: async (stage) => {
    const { id: activityId } = await newActivity(await stage.persona('chen'), { capacity: 9 })
    return [await member(stage), { ...request(), activityId }]
  },
  leave: async (stage) => {
    const { who, activityId } = await joined(stage, { capacity: 9 })
    return [who, { ...request(), activityId }]
  },
  /** Of one who joined; see test/party/checkIn.test.ts for the others. */
  checkIn: async (stage) => {
    const { who, activityId } = await joined(stage)
    return [who, { ...request(), code: (await codesOf(await stage.persona('chen'), activityId)).in }]
  },
  checkOut: async (stage) => {
    const [who, activityId] = await there(stage)
    return [who, { ...request(), code: (await codesOf(await stage.persona('chen'), activityId)).out }]
  },
  record: async ({ persona }) => [await persona('li'), {}],
  applications: async ({ persona }) => [await persona('chen'), { ...inPinganli, view: 'waiting' }],
  verify: async (stage) => decision(stage, {}),
  refuse: async (stage) => decision(stage, { reason: '查无此人' }),
  end: async (stage) => {
    const [chen, input] = await decision(stage, {})
    const { registrationId } = input as { registrationId: string }
    await (await stage.persona('chen')).get('party.verify', { ...request(), registrationId })
    return [chen, { ...request(), registrationId, reason: '已转走' }]
  },
  staffActivities: async ({ persona }) => [await persona('chen'), inPinganli],
  publish: async ({ persona }) => [await persona('chen'), activityInput()],
  edit: async ({ persona }) => {
    const chen = await persona('chen')
    const times = { startsAt: fromNow(day), endsAt: fromNow(2 * day) }
    const { id: activityId, version } = await newActivity(chen, times)
    const { communityId: _communityId, ...details } = activityInput(times)
    return [chen, { ...details, activityId, version }]
  },
  callOff: async ({ persona }) => {
    const chen = await persona('chen')
    return [chen, { ...request(), activityId: (await newActivity(chen)).id, reason: '下雨' }]
  },
  host: async (stage) => [await stage.persona('chen'), { activityId: (await joined(stage)).activityId }],
  attend: async (stage) => {
    const { who, activityId } = await joined(stage)
    const participationId = (await partOf(who, activityId))?.id
    return [await stage.persona('chen'), { ...request(), participationId, reason: '手机没电' }]
  },
  correct: async (stage) => {
    const { who, activityId } = await joined(stage)
    const participationId = (await partOf(who, activityId))?.id
    return [await stage.persona('chen'), { ...request(), participationId, minutes: 90, reason: '现场登记' }]
  },
}

const member = async ({ cloud }: Stage) => (await cloud.members(1))[0]!

async function applicant({ resident }: Stage) {
  const who = await resident()
  return { who, registrationId: (await applied(who)).id }
}

async function decision(stage: Stage, more: object): Promise<Call> {
  const { registrationId } = await applicant(stage)
  return [await stage.persona('chen'), { ...request(), registrationId, ...more }]
}

async function joined(stage: Stage, fields = {}) {
  const { id: activityId } = await newActivity(await stage.persona('chen'), fields)
  const who = await member(stage)
  await join(who, activityId)
  return { who, activityId }
}

/** An hour later. */
async function there(stage: Stage) {
  const { who, activityId } = await joined(stage)
  await present(stage.cloud, await stage.persona('chen'), who, activityId, hour)
  return [who, activityId] as const
}
