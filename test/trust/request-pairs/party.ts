import { activityInput, application, codesOf, day, fromNow, newActivity } from '../../party/story'
import { newRequestId, type Caller } from '../../support/cloud'
import { pair, type Pairs } from './pair'

/** 双报到. */
export const partyPairs: Pairs = ({ cloud, chen, someone }) => {
  const member = async () => (await cloud.members(1))[0]!
  const registrationOf = async (who: Caller) => (await who.get('party.apply', application())).id
  const registered = async () => {
    const registrationId = await registrationOf(await someone())
    await chen.get('party.verify', { requestId: newRequestId(), registrationId })
    return { registrationId, reason: '已转走' }
  }
  const joined = async (who: Caller) => {
    const { id: activityId } = await newActivity(chen)
    await who.get('party.join', { requestId: newRequestId(), activityId })
    return activityId
  }
  const participation = async () => {
    const activityId = await joined(await member())
    return (await chen.get('party.host', { activityId })).people[0]?.id ?? ''
  }
  const facts = ({ communityId: _communityId, ...fields } = activityInput()) => fields

  return {
    'party.apply': async () => ({
      who: await someone(),
      inputs: [application(), { ...application(), branch: '机关第二支部' }],
      alone: true,
    }),
    /** One's own is ended by either input; it is the id that is used for two of them. */
    'party.withdraw': async () => {
      const who = await someone()
      return { who, inputs: [{}, { registrationId: await registrationOf(who) }], alone: true }
    },
    'party.verify': () => pair(chen, async () => ({ registrationId: await registrationOf(await someone()) })),
    'party.refuse': () =>
      pair(chen, async () => ({ registrationId: await registrationOf(await someone()), reason: '查无此人' })),
    'party.end': () => pair(chen, registered),
    'party.join': async () =>
      pair(await member(), async () => ({ activityId: (await newActivity(chen)).id })),
    'party.leave': async () => {
      const who = await member()
      return pair(who, async () => ({ activityId: await joined(who) }))
    },
    'party.checkIn': async () =>
      pair(await member(), async () => ({ code: (await codesOf(chen, (await newActivity(chen)).id)).in })),
    'party.checkOut': async () => {
      const who = await member()
      return pair(who, async () => {
        const codes = await codesOf(chen, (await newActivity(chen)).id)
        await who.get('party.checkIn', { requestId: newRequestId(), code: codes.in })
        return { code: codes.out }
      })
    },
    'party.publish': async () => ({
      who: chen,
      inputs: [activityInput(), activityInput({ title: '义诊' })],
    }),
    'party.edit': () =>
      pair(chen, async () => {
        const { id: activityId, version } = await newActivity(chen, {
          startsAt: fromNow(day),
          endsAt: fromNow(2 * day),
        })
        return { ...facts(), activityId, version }
      }),
    'party.callOff': () =>
      pair(chen, async () => ({ activityId: (await newActivity(chen)).id, reason: '下雨' })),
    'party.attend': () =>
      pair(chen, async () => ({ participationId: await participation(), reason: '手机没电' })),
    'party.correct': () =>
      pair(chen, async () => ({
        participationId: await participation(),
        minutes: 60,
        reason: '按现场登记改',
      })),
  }
}
