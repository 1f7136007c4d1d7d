import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallInput } from '../support/caller'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { stored } from '../duties/story'

type Asked = CallInput<'jobs.setPlaces'>['places']

const district = { id: 'rushan', kind: 'district', name: '乳山市' } as const
const street = { id: 'rushan.chengqu', kind: 'street', name: '城区街道', phone: '0631-0000200' } as const
const first = { id: 'rushan.chengqu.binhe', kind: 'community', name: '滨河社区' } as const
const second = { ...first, id: 'rushan.chengqu.jinshan', name: '金山社区' } as const
const all = [district, street, first, second]

let cloud: TestCloud

/** As it is after a deployment: without anybody and anything. */
beforeEach(async () => (cloud = await startTestCloud({ directory: mkdtempSync(join(tmpdir(), 'jinlin-')) })))
afterEach(() => cloud.stop())

const set = (places: Asked) => cloud.timer('setPlaces', { operator: '李工', places })
const invite = () =>
  cloud.timer('inviteDistrict', {
    ...{ operator: '李工', placeId: 'rushan', name: '林海', phone: '13812345678', lastDay: null },
  })
const communities = async () => (await cloud.guest().get('community.communities', {})).communities

describe('[P4] the places of a district', () => {
  it.each<[string, Asked, string]>([
    ['a street before its district', [street, district], 'places.0.id'],
    ['a community of a street that is not there', [district, first], 'places.1.id'],
    ['a street that calls itself a community', [district, { ...street, kind: 'community' }], 'places.1.kind'],
    ['a place twice', [district, street, street], 'places.2.id'],
    [
      'two of one name beside each other',
      [district, street, first, { ...second, name: first.name }],
      'places.2.name',
    ],
    [
      'another district in the same list',
      [district, { ...district, id: 'weihai', name: '威海' }],
      'places.1.id',
    ],
    ['a number that nobody can call', [{ ...district, phone: '没有' }], 'places.0.phone'],
    ['none', [], 'places'],
  ])('are refused, whole: %s', async (_, places, detail) => {
    expect(await set(places)).toMatchObject({ code: 'INVALID_INPUT', detail })
    expect(await stored(cloud, 'places', {})).toEqual([])
    expect(await stored(cloud, 'audits', {})).toEqual([])
  })

  it('are the first thing after a deployment: then the district is invited, and the communities are listed', async () => {
    expect(await invite()).toMatchObject({ code: 'NOT_FOUND' })
    expect(await set(all)).toEqual({ ok: true, data: { added: 4, changed: 0 } })
    expect(await invite()).toMatchObject({ ok: true })
    expect(await communities()).toEqual([
      { id: first.id, name: '滨河社区', streetName: '城区街道', phone: '' },
      { id: second.id, name: '金山社区', streetName: '城区街道', phone: '' },
    ])
  })

  it('are the same after a repeat, and each change has one row of who made it', async () => {
    await set(all)
    expect(await set(all)).toEqual({ ok: true, data: { added: 0, changed: 0 } })
    const renamed = { ...first, name: '河滨社区', phone: '0631-0000201' }
    expect(await set([renamed])).toEqual({ ok: true, data: { added: 0, changed: 1 } })
    // Without a number the one that is there stays.
    expect(await set([{ ...first, name: '河滨社区' }])).toEqual({ ok: true, data: { added: 0, changed: 0 } })
    expect((await communities())[0]).toMatchObject({ name: '河滨社区', phone: '0631-0000201' })
    expect(await set([{ ...second, name: '河滨社区' }])).toMatchObject({ detail: 'places.0.name' })
    const rows = await stored<{ at: string }>(cloud, 'audits', { document: 'rushan' })
    expect(rows.sort((a, b) => (a.at < b.at ? -1 : 1))).toMatchObject([
      { actor: 'operator:李工', action: 'jobs.setPlaces', before: { places: [] } },
      {
        before: { places: [{ id: first.id, name: '滨河社区', phone: '' }] },
        after: { places: [{ id: first.id, name: '河滨社区', phone: '0631-0000201' }] },
      },
    ])
  })

  it('are set once by two operators at once, and change places by their names in one list', async () => {
    const replies = await Promise.all([set(all), set(all)])
    expect(replies.map((reply) => reply.ok && reply.data.added).sort()).toEqual([0, 4])
    const exchanged = [
      { ...first, name: second.name },
      { ...second, name: first.name },
    ]
    expect(await set(exchanged)).toMatchObject({ data: { changed: 2 } })
  })

  it('are no more than pages can list', async () => {
    const numbered = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...{ kind: 'community' as const, name: `第${from + index}社区` },
        id: `rushan.chengqu.c${from + index}`,
      }))
    expect(await set([district, street, ...numbered(0, 98)])).toMatchObject({ ok: true })
    expect(await set(numbered(98, 100))).toMatchObject({ ok: true })
    expect(await set(numbered(198, 3))).toMatchObject({ code: 'INVALID_INPUT', detail: 'places' })
    expect(await set(numbered(198, 2))).toMatchObject({ ok: true })
    expect(await communities()).toHaveLength(200)
  })
})
