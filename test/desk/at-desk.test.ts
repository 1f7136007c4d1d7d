import { contract } from '@contract/index'
import type { ActionDefinition } from '@contract/action'
import { push, timer } from '@contract/access'
import type { Actor } from '../../cloudfunctions/kit/actor'
import { admit } from '../../cloudfunctions/kit/guard'
import { pinganli } from '../points/story'
import { rightInput, type ListedAction } from '../trust/bad-values'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { atDesk } from './story'

jest.setTimeout(120_000)

let cloud: TestCloud
let desk: Caller
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
  ;({ desk } = await atDesk(cloud, chen))
})

/** What is not staff's and works at a desk all the same. Whoever adds to this says why in decision 0131. */
const atDesks = ['affairs.uploadPhoto', 'community.me', 'desk.end', 'desk.mine']

const actions = Object.entries(contract).flatMap(([domain, some]) =>
  Object.entries(some as Record<string, ActionDefinition>).map(
    ([name, { access }]) => [`${domain}.${name}`, access] as const,
  ),
)
const personal = actions.filter(([, { kind }]) => ['member', 'resident', 'registered'].includes(kind))

describe('[P3] [P7] at a desk', () => {
  it('what is not staff’s is open by name alone', () => {
    const open = personal.filter(([, access]) => access.kind === 'member' && access.atDesk === true)
    expect(open.map(([name]) => name).sort()).toEqual(atDesks)
    expect(personal.length - open.length).toBeGreaterThan(30)
  })

  it('what is about the person is refused, whoever it is', async () => {
    const listed = (await (await fetch(`${cloud.url}/v1/contract`)).json()) as Record<
      string,
      Record<string, ListedAction>
    >
    const wrong: string[] = []
    for (const [name] of personal.filter(([one]) => !atDesks.includes(one))) {
      const [domain = '', action = ''] = name.split('.')
      const { code } = await desk.send(name, rightInput(name, listed[domain]![action]!.input))
      if (code !== 'FORBIDDEN') wrong.push(`${name} ${code}`)
    }
    expect(wrong).toEqual([])
  })

  it('neither the clock’s actions nor WeChat’s are anybody’s', async () => {
    await expect(desk.send('jobs.sweepDesks', {})).rejects.toThrow('403')
    const actor = {
      memberId: 'm',
      formerId: null,
      member: null,
      residency: null,
      duties: [],
      covers: () => false,
    }
    const inForce = { desk: { id: 'l' } } as unknown as Partial<Actor>
    for (const access of [timer(), push()])
      expect(() => admit(access, { ...actor, ...inForce }, {})).toThrow('FORBIDDEN')
  })

  it('what is public is shown as to anybody, without what is the person’s', async () => {
    const nobody = { resident: null, myCases: null, unread: null }
    expect(await desk.get('home.show', { communityId: pinganli })).toMatchObject(nobody)
    expect(await chen.get('home.show', { communityId: pinganli })).toMatchObject({
      unread: expect.any(Number),
    })
  })

  it('a duty counts as on the phone, and no further', async () => {
    const queue = { communityId: pinganli, view: 'todo' as const }
    expect(await desk.call('affairs.queue', queue)).toEqual(await chen.call('affairs.queue', queue))
    const foreign = { ...queue, communityId: 'wendeng.tianfu.liulin' }
    expect(await desk.call('affairs.queue', foreign)).toMatchObject({ code: 'NOT_FOUND' })
    const { communityId } = queue
    expect(await desk.call('proxy.objections', { communityId })).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('what staff write is checked by WeChat in their name, as if it was written on the phone', async () => {
    const before = cloud.wx.calls.length
    for (const who of [chen, desk]) await who.get('notices.publish', notice())
    const asked = cloud.wx.calls.slice(before).filter(({ apiName }) => apiName === 'security.msgSecCheck')
    const people = asked.map(({ data }) => (data as { openid: string }).openid)
    expect(people.length).toBeGreaterThanOrEqual(2)
    expect(new Set(people).size).toBe(1)
  })

  it('neither a scan nor an answer: a desk lets no other desk in', async () => {
    const { deskId } = (await atDesk(cloud, chen)).page
    const token = `${deskId}.${'a'.repeat(22)}`
    expect(await desk.call('desk.scan', { token })).toMatchObject({ code: 'FORBIDDEN' })
    const answer = { requestId: newRequestId(), deskId }
    expect(await desk.call('desk.confirm', answer)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await desk.call('desk.decline', answer)).toMatchObject({ code: 'FORBIDDEN' })
  })
})

const notice = () => ({
  requestId: newRequestId(),
  communityId: pinganli,
  kind: 'notification' as const,
  title: '停水',
  text: '周六上午',
  pinned: false,
  shownUntil: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
})
