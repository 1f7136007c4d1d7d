import type { CallInput } from '../support/caller'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'

const tianfu = 'wendeng.tianfu'
const liulin = 'wendeng.tianfu.liulin'
const pinganli = 'wendeng.tianfu.pinganli'

type Adding = CallInput<'directory.add'>

let cloud: TestCloud
let chen: Caller
let zhao: Caller
let zhou: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[chen, zhao, zhou] = [await cloud.staff('chen'), await cloud.staff('zhao'), await cloud.staff('zhou')]
})

beforeEach(() => cloud.engine.remove('directories', { _id: { $exists: true } }, true))

const entry = (fields: Partial<Adding> = {}): Adding => ({
  requestId: newRequestId(),
  placeId: liulin,
  kind: 'health',
  name: '柳林卫生站',
  about: '量血压、开药、打疫苗',
  address: '柳林路 2 号',
  hours: '每天 8:00–17:00',
  phone: '0631-0000201',
  agreed: false,
  ...fields,
})

const liaison = (fields: Partial<Adding> = {}) =>
  entry({ kind: 'liaison', name: '孔令仪', phone: '13800000321', agreed: true, ...fields })

const added = async (fields: Partial<Adding> = {}, who = zhao) =>
  (await who.get('directory.add', entry(fields))).entries.at(-1)!
const listed = async (communityId = liulin) =>
  (await cloud.guest().get('directory.list', { communityId })).entries.map(({ name }) => name)
const editing = (
  { version: _version, agreedAt: _agreedAt, id, ...shown }: Awaited<ReturnType<typeof added>>,
  fields: Partial<CallInput<'directory.edit'>> = {},
): CallInput<'directory.edit'> => ({
  ...{ ...shown, requestId: newRequestId(), entryId: id, version: 1, agreed: false },
  ...fields,
})

describe('[P9] the directory refuses', () => {
  it('whoever does not work for the place', async () => {
    const others = [cloud.guest(), await cloud.resident('liu'), await cloud.staff('sun'), chen]
    const codes = []
    for (const who of others) {
      const reply = await who.call('directory.add', entry())
      codes.push(reply.ok ? 'ok' : reply.code)
    }
    expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND'])
    expect(await chen.call('directory.staffEntries', { placeId: liulin })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await zhao.call('directory.add', entry({ placeId: tianfu }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await zhou.call('directory.add', entry({ placeId: `${tianfu}.nowhere` }))).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await listed()).toEqual([])
  })

  it("a person's number, or any mobile one, without that person's agreement", async () => {
    const refused = { code: 'INVALID_INPUT', detail: 'agreed' }
    expect(await zhao.call('directory.add', liaison({ agreed: false }))).toMatchObject(refused)
    expect(await zhao.call('directory.add', entry({ phone: '138-0000-0321' }))).toMatchObject(refused)
    const person = await added(liaison())
    expect(person.agreedAt).toEqual(expect.any(String))
    // Another number is another agreement; other hours are not.
    expect(
      await zhao.call('directory.edit', editing(person, { agreed: false, phone: '13800000322' })),
    ).toMatchObject(refused)
    const edited = await zhao.get('directory.edit', editing(person, { agreed: true, hours: '上班时间' }))
    expect(edited.entries[0]).toMatchObject({ hours: '上班时间', agreedAt: person.agreedAt, version: 2 })
  })

  it.each(['12', '0631 0000201', '电话', '0631-', '+8613800000000', '1--2', '0'.repeat(21)])(
    'the number “%s”',
    async (phone) => {
      expect(await zhao.call('directory.add', entry({ phone }))).toMatchObject({
        ...{ code: 'INVALID_INPUT', detail: 'phone' },
      })
    },
  )

  it('the eighty-first, an older version, and an order that leaves one out', async () => {
    const first = await added()
    const [stored] = await cloud.engine.find({ collection: 'directories', filter: { _id: liulin } })
    const [one] = (stored as unknown as { entries: object[] }).entries
    const others = Array.from({ length: 79 }, (_, n) => ({ ...one, id: `e_${String(n).padStart(22, '0')}` }))
    await cloud.engine.modify({
      ...{ collection: 'directories', filter: { _id: liulin } },
      change: { $set: { entries: [one, ...others] } },
      ...{ replace: false, upsert: false, multi: false },
    } as never)
    expect(await zhao.call('directory.add', entry())).toMatchObject({ code: 'DIRECTORY_FULL' })
    expect(await listed()).toHaveLength(80)
    const order = { requestId: newRequestId(), placeId: liulin, entryIds: [first.id] }
    expect(await zhao.call('directory.order', order)).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await zhao.call('directory.edit', editing(first, { version: 2 }))).toMatchObject({
      code: 'CHANGED_MEANWHILE',
    })
  })

  it('a request id that stands for another', async () => {
    const input = entry()
    const first = await zhao.get('directory.add', input)
    expect(await zhao.get('directory.add', input)).toEqual(first)
    expect(await zhao.call('directory.add', { ...input, name: '两样' })).toMatchObject({ code: 'CONFLICT' })
    expect(await listed()).toEqual(['柳林卫生站'])
  })
})

describe('[P9] what people can call', () => {
  it("is read without a log-in: the community's own and its street's, by kind, and no other community's", async () => {
    await added({ kind: 'police', name: '天福派出所', phone: '110', placeId: tianfu }, zhou)
    await added({ kind: 'service_center', name: '街道便民中心', placeId: tianfu }, zhou)
    await added({ kind: 'service_center', name: '柳林便民站' })
    await added(liaison())
    await added({ name: '平安里卫生站', placeId: pinganli }, chen)
    expect(await listed()).toEqual(['柳林便民站', '街道便民中心', '孔令仪', '天福派出所'])
    expect(await listed(pinganli)).toEqual(['街道便民中心', '平安里卫生站', '天福派出所'])
    const { entries } = await cloud.guest().get('directory.list', { communityId: liulin })
    expect(entries.find(({ name }) => name === '孔令仪')).toEqual({
      ...{ id: expect.any(String), placeId: liulin, kind: 'liaison', name: '孔令仪' },
      ...{ about: entry().about, address: entry().address, hours: entry().hours, phone: '13800000321' },
    })
  })

  it('comes in the order that its staff gave', async () => {
    const names = ['一站', '二站', '三站']
    const ids = []
    for (const name of names) ids.push((await added({ name })).id)
    const entryIds = [ids[2]!, ids[0]!, ids[1]!]
    await zhao.get('directory.order', { requestId: newRequestId(), placeId: liulin, entryIds })
    expect(await listed()).toEqual(['三站', '一站', '二站'])
  })

  it('is taken down once, by its own worker or the street, and a person with it', async () => {
    const person = await added(liaison())
    const takeDown = { requestId: newRequestId(), placeId: liulin, entryId: person.id }
    expect(await chen.call('directory.takeDown', takeDown)).toMatchObject({ code: 'NOT_FOUND' })
    const first = await zhou.get('directory.takeDown', takeDown)
    expect(first.entries).toEqual([])
    expect(await zhou.get('directory.takeDown', takeDown)).toEqual(first)
    expect(await zhao.call('directory.takeDown', takeDown)).toMatchObject({ code: 'NOT_FOUND' })
    for (const collection of ['directories', 'audits']) {
      const left = await cloud.engine.find({ collection, filter: { _id: { $exists: true } } })
      expect(JSON.stringify(left)).not.toContain('13800000321')
    }
  })

  it('each write has one row of the audit: who did what, before and after', async () => {
    const made = await added({ name: '老名字' })
    await zhao.get('directory.edit', editing(made, { name: '新名字' }))
    const rows = await cloud.engine.find({ collection: 'audits', filter: { document: made.id } })
    expect(rows.map((row) => (row as unknown as { action: string }).action).sort()).toEqual([
      'directory.add',
      'directory.edit',
    ])
    expect(
      rows.find((row) => (row as unknown as { action: string }).action === 'directory.edit'),
    ).toMatchObject({
      communityId: liulin,
      before: { name: '老名字' },
      after: { name: '新名字', version: 2 },
    })
  })

  it('two who add at once both have it', async () => {
    await Promise.all([zhao, zhou].map((who) => who.get('directory.add', entry({ name: '同时' }))))
    expect(await listed()).toEqual(['同时', '同时'])
  })
})
