import { readFileSync } from 'node:fs'
import { join as pathJoin } from 'node:path'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
  application,
  checkIn,
  checkOut,
  codesOf,
  correct,
  hour,
  join,
  later,
  newActivity,
  partOf,
  pinganli,
  verify,
} from './story'

let cloud: TestCloud
let chen: Caller
let who: Caller

const branch = '蓝鲸机关第九支部'
const phone = '13877665544'
/** What would tell that somebody is a member. */
const telling = [branch, phone, '138****5544', '支部', '党员', '党建', '双报到', 'registration']

/** A member in every way: registered, at an activity whose title says what it is, with hours, corrected. */
beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
  who = await cloud.resident('zhang')
  const { id } = await who.get('party.apply', { ...application(), branch, phone })
  await verify(chen, id)
  const { id: activityId } = await newActivity(chen, { title: '城市党建日清理' })
  await join(who, activityId)
  await checkIn(who, (await codesOf(chen, activityId)).in)
  later(cloud, hour)
  await checkOut(who, (await codesOf(chen, activityId)).out)
  await correct(chen, (await partOf(who, activityId))?.id ?? '', 90)
  const off = await newActivity(chen, { title: '党员议事' })
  await join(who, off.id)
  await chen.get('party.callOff', { requestId: newRequestId(), activityId: off.id, reason: '党员大会改期' })
  await cloud.timer('closeActivities')
  cloud.faults.clear()
})

/** Everything that can be read without an id, by the actions that the contract lists. */
async function everythingFor(reader: Caller): Promise<string> {
  const community = { communityId: pinganli }
  const calls: [string, Record<string, unknown>][] = [
    ['home.show', {}],
    ['home.show', community],
    ['community.me', {}],
    ['community.communities', {}],
    ['inbox.messages', {}],
    ['points.overview', {}],
    ['points.statement', {}],
    ['points.redemptions', {}],
    ['points.staffItems', community],
    ['points.ledgerState', community],
    ['meetings.upcoming', community],
    ['meetings.upcoming', { ...community, past: true }],
    ['meetings.staffMeetings', community],
    ['affairs.form', community],
    ['affairs.mine', {}],
    ['affairs.answered', community],
    ['affairs.queue', { ...community, view: 'todo' }],
    ['imports.list', community],
    ['party.registration', {}],
    ['party.record', {}],
    ['party.activities', {}],
    ['party.applications', { ...community, view: 'registered' }],
    ['party.applications', { ...community, view: 'waiting' }],
    ['party.staffActivities', community],
  ]
  const replies: Awaited<ReturnType<Caller['send']>>[] = []
  for (const [action, input] of calls) replies.push(await reader.send(action, input))
  expect(replies.some(({ ok }) => ok)).toBe(true)
  return JSON.stringify(replies.filter(({ ok }) => ok).map(({ data }) => data))
}

describe('[D1] that somebody is a member', () => {
  it.each(['wang', 'liu', 'visitor', 'zhao', 'zhou', 'sun', 'guo', 'tang'])(
    'is told to nobody else: not to %s',
    async (persona) => {
      const seen = await everythingFor(await cloud.resident(persona))
      for (const word of [branch, phone, '138****5544', '城市党建日清理', '党员议事'])
        expect(seen).not.toContain(word)
      // The one list on which staff find it is not theirs.
      expect(seen).not.toContain('张桂兰')
    },
  )

  it('is not in the replies to a guest', async () => {
    const seen = await everythingFor(cloud.guest())
    for (const word of [branch, phone, '张桂兰']) expect(seen).not.toContain(word)
  })

  it('stands in no message that the person gets', async () => {
    const { messages } = await who.get('inbox.messages', {})
    const ours = messages.filter(({ target }) => ['registration', 'activity'].includes(target.kind))
    expect(ours.map(({ target }) => target.kind)).toEqual(['activity', 'activity', 'registration'])
    const shown = ours.map(({ title, text }) => title + text).join()
    for (const word of telling) expect(shown).not.toContain(word)
  })

  it('stands in no line of the log', () => {
    const log = readFileSync(pathJoin(cloud.directory, 'logs', 'functions.log'), 'utf8')
    expect(log).toContain('"action":"verify"')
    for (const word of [branch, phone, '138****5544', '张桂兰', '党']) expect(log).not.toContain(word)
  })

  it('is known to the community’s own worker, who verifies it, with the number masked', async () => {
    const seen = await everythingFor(chen)
    for (const word of [branch, '138****5544', '张桂兰']) expect(seen).toContain(word)
    expect(seen).not.toContain(phone)
  })

  it('is on the list at the door by a masked name alone', async () => {
    const { activities } = await chen.get('party.staffActivities', { communityId: pinganli })
    for (const { id } of activities) {
      const shown = JSON.stringify((await chen.get('party.host', { activityId: id })).people)
      for (const word of ['张桂兰', branch, '5544']) expect(shown).not.toContain(word)
    }
  })
})
