import {
  activityInput,
  application,
  applied,
  checkIn,
  codesOf,
  day,
  fromNow,
  join,
  newActivity,
  partOf,
  pinganli,
  verify,
} from '../../party/story'
import type { Caller } from '../../support/cloud'
import { marks } from './marks'
import type { DomainMatrix } from './table'
import type { Town } from './town'

/** As publish and edit take it, without the request id. */
const { requestId: _requestId, communityId: _communityId, ...facts } = activityInput()

async function appliedBy(neighbour: Town['neighbour']): Promise<string> {
  return (await applied(await neighbour())).id
}

async function registered(chen: Caller, neighbour: Town['neighbour']): Promise<string> {
  const registrationId = await appliedBy(neighbour)
  await verify(chen, registrationId)
  return registrationId
}

export const party: DomainMatrix<'party'> = {
  prepare: async ({ cloud, chen, owner, neighbour }) => {
    const { activity } = marks
    // The demo's own might be the next one, by the hour: 首页 shows one.
    await cloud.engine.remove('activities', { communityId: pinganli }, true)
    const soon = { startsAt: fromNow(day), endsAt: fromNow(2 * day) }
    const shown = await newActivity(chen, { title: activity.text })
    await newActivity(chen, { title: activity.text, ...soon })
    const [joined, out, off] = [
      await newActivity(chen),
      await newActivity(chen),
      await newActivity(chen, soon),
    ]
    await checkIn(owner, (await codesOf(chen, out.id)).in)
    const [absent] = await cloud.members(1)
    await join(absent!, joined.id)
    const present = await partOf(absent!, joined.id)
    const [waiting, refused] = [await appliedBy(neighbour), await appliedBy(neighbour)]
    const ended = await registered(chen, neighbour)
    return {
      registration: () => ({}),
      apply: () => application(),
      activities: () => ({}),
      activity: () => ({ activityId: shown.id }),
      join: () => ({ activityId: joined.id }),
      checkIn: async () => ({ code: (await codesOf(chen, shown.id)).in }),
      checkOut: async () => ({ code: (await codesOf(chen, out.id)).out }),
      leave: () => ({ activityId: joined.id }),
      record: () => ({}),
      applications: () => ({ communityId: pinganli, view: 'registered' }),
      'applications (waiting)': () => ({ communityId: pinganli, view: 'waiting' }),
      verify: () => ({ registrationId: waiting }),
      refuse: () => ({ registrationId: refused, reason: '查无此人' }),
      end: () => ({ registrationId: ended, reason: '已转走' }),
      staffActivities: () => ({ communityId: pinganli }),
      publish: () => ({ ...facts, communityId: pinganli }),
      edit: () => ({ ...facts, ...soon, activityId: off.id, version: off.version }),
      callOff: () => ({ activityId: off.id, reason: '下雨' }),
      host: () => ({ activityId: shown.id }),
      attend: () => ({ participationId: present?.id ?? '', reason: '手机没电' }),
      correct: () => ({ participationId: present?.id ?? '', minutes: 60, reason: '按现场登记改' }),
      // Last: it ends the registrations that the others need.
      withdraw: () => ({}),
    }
  },
  expected: `
                          guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  registration            U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  apply                   U      F        F    +      +++       +++         FFFF    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  activities              U      F        F    +      FFF       +++         FFFF    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  activity                U      F        F    +      FFF       +NN         FFFF    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  join                    U      F        F    +      FFF       +NN         FFFF    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  checkIn                 U      F        F    +      FFF       +WW         FFFF    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  checkOut                U      F        F    +      FFF       +WW         FFFF    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  leave                   U      F        F    +      FFF       +NN         FFFF    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  record                  U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  applications            U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  applications (waiting)  U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  verify                  U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  refuse                  U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  end                     U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  staffActivities         U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  publish                 U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  edit                    U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  callOff                 U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  host                    U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  attend                  U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  correct                 U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  withdraw                U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
`,
}
