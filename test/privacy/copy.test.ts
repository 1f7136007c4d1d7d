import { jpegWith, segment, submitted, uploaded } from '../affairs/story'
import { applied } from '../party/story'
import { newItem, redeemed } from '../points/story'
import { newMeeting, signedUp } from '../meetings/story'
import { bind, codeFor, declare, onRoster, stranger, waiting } from '../residency/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { askCopy, day, fetchedCopy, later, readyCopy, runOut, stored } from './story'

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})
afterEach(() => cloud.faults.clear())

const someone = async (points = 50) => (await cloud.residents(1, points))[0]!
const copyOf = async (who: Caller) => (await who.get('privacy.home', {})).copy

describe('[P7] a copy of my data is refused', () => {
  it('to nobody in particular, and where there is none', async () => {
    expect(await cloud.guest().send('privacy.askCopy', { requestId: newRequestId() })).toMatchObject({
      code: 'UNAUTHENTICATED',
    })
    expect(await (await someone()).call('privacy.openCopy', {})).toMatchObject({ code: 'WRONG_STATE' })
  })

  it('before it is ready, twice on one day, and to everybody else', async () => {
    const who = await someone()
    expect(await askCopy(who)).toMatchObject({ ok: true, data: { state: 'asked', mayAsk: false } })
    expect(await who.call('privacy.openCopy', {})).toMatchObject({ code: 'WRONG_STATE' })
    expect(await askCopy(who)).toMatchObject({ code: 'COPY_TODAY' })
    await runOut(cloud, 'buildCopies')
    expect(await askCopy(who)).toMatchObject({ code: 'COPY_TODAY' })
    expect(await (await someone()).call('privacy.openCopy', {})).toMatchObject({ code: 'WRONG_STATE' })
  })

  it('by a link that has run out, or that somebody changed', async () => {
    const who = await someone()
    await readyCopy(cloud, who)
    const { files } = await who.get('privacy.openCopy', {})
    const url = new URL(files[0]!.url)
    url.searchParams.set('t', String(Number(url.searchParams.get('t')) + 1))
    expect((await fetch(url)).status).toBeGreaterThanOrEqual(400)
    expect((await fetch(`${url.origin}${url.pathname}`)).status).toBeGreaterThanOrEqual(400)
  })
})

describe('[P7] a copy of my data', () => {
  it('holds what each part of the product keeps of me, with a guide to it, and nobody else', async () => {
    const who = await someone(100)
    const other = await someone(100)
    await submitted(who, { text: '三单元的灯坏了', identity: 'named' })
    await submitted(other, { text: '别人说的话' })
    await applied(who)
    await redeemed(who, (await newItem(chen, { name: '抄本毛巾' })).id)
    await signedUp(who, (await newMeeting(chen)).id)
    await readyCopy(cloud, who)
    const copy = await fetchedCopy(who)
    expect([...copy.keys()]).toEqual(['我的信息.zip'])
    const files = copy.get('我的信息.zip')!
    const read = (name: string) => JSON.parse(files.get(name)!.toString()) as unknown
    const guide = files.get('说明.txt')!.toString()
    for (const name of files.keys()) if (name !== '说明.txt') expect(guide).toContain(name)
    expect(read('我的诉求和建言.json')).toMatchObject([{ 内容: '三单元的灯坏了' }])
    expect(read('兑换记录.json')).toMatchObject([{ 商品: '抄本毛巾', 数量: 1 }])
    expect(read('积分明细.json')).toHaveLength(2)
    expect(read('双报到登记.json')).toMatchObject([{ 组织关系所在支部: '机关第一支部' }])
    expect(read('会议报名.json')).toHaveLength(1)
    expect(read('我同意过的.json')).toMatchObject([{ 事项: 'party', 同意: true }])
    expect([...files.values()].map(String).join()).not.toContain('别人说的话')
  })

  it('has the roster’s row whole for whom staff compared, and without phone and note for who only typed the name', async () => {
    const rosterIn = async (who: Caller) => {
      await readyCopy(cloud, who)
      const file = (await fetchedCopy(who)).get('我的信息.zip')!.get('社区花名册上的我.json')!
      return (JSON.parse(file.toString()) as { 房号: string; 登记: object[] }[])[0]
    }
    const tenant = await stranger(cloud)
    await bind(tenant, { unit: '2', room: onRoster.room }, await codeFor(chen, '2', onRoster.room), {
      name: onRoster.name,
    })
    expect(await rosterIn(tenant)).toEqual({
      ...{ 楼栋: '8', 单元: '2', 房号: onRoster.room },
      登记: [{ 姓名: onRoster.name, 手机: '132****0021' }],
    })
    const owner = await stranger(cloud)
    expect(await declare(owner, onRoster)).toMatchObject({ ok: true })
    const asked = (await waiting(chen)).filter(({ name }) => name === onRoster.name).at(-1)
    await chen.get('residency.verify', { requestId: newRequestId(), residencyId: asked!.id })
    const { phone } = onRoster
    expect((await rosterIn(owner))?.登记).toMatchObject([{ 手机: phone, 备注: expect.any(String) }])
  })

  it('brings my photos, some in a file, as they were uploaded', async () => {
    const who = await someone()
    const texts = ['一', '二', '三']
    const photos: string[] = []
    for (const text of texts)
      photos.push(await uploaded(who, jpegWith(segment(0xe0, Buffer.from(`JFIF${text}`)))))
    await submitted(who, { photos: photos.map((photoId) => ({ photoId, takenAt: null })) })
    await readyCopy(cloud, who)
    const copy = await fetchedCopy(who)
    const held = [...(copy.get('我的照片1.zip')?.values() ?? [])]
    expect(held).toHaveLength(3)
    expect(held.every((photo) => photo.subarray(0, 2).toString('hex') === 'ffd8')).toBe(true)
  })

  it('is made once, however often it is asked for with one request and however many timers run', async () => {
    const who = await someone()
    const requestId = newRequestId()
    const replies = await Promise.all(Array.from({ length: 5 }, () => askCopy(who, requestId)))
    expect(replies.every(({ ok }) => ok)).toBe(true)
    await Promise.all(Array.from({ length: 3 }, () => cloud.timer('buildCopies')))
    await runOut(cloud, 'buildCopies')
    expect(await copyOf(who)).toMatchObject({ state: 'ready' })
    expect((await who.get('privacy.openCopy', {})).files).toHaveLength(1)
    expect(await copyOf(who)).toMatchObject({ state: 'fetched' })
  })

  it('comes in the end, whatever goes wrong on the way', async () => {
    const who = await someone()
    await askCopy(who)
    let skew = 0
    for (let nth = 1; nth <= 40; nth += 6) {
      cloud.faults.set({
        rules: [{ kind: 'errorAfter', nth, times: 1 }],
        clockSkewMs: { jobs: (skew += 3_600_000) },
      })
      await cloud.timer('buildCopies').catch(() => null)
    }
    cloud.faults.set({ clockSkewMs: { jobs: skew + 7_200_000 } })
    await runOut(cloud, 'buildCopies')
    expect(await copyOf(who)).toMatchObject({ state: 'ready' })
  })

  it('goes after seven days: the file too, and the next one takes its place', async () => {
    const who = await someone()
    await readyCopy(cloud, who)
    const { files } = await who.get('privacy.openCopy', {})
    later(cloud, 8 * day)
    expect(await who.call('privacy.openCopy', {})).toMatchObject({ code: 'WRONG_STATE' })
    await runOut(cloud, 'buildCopies')
    expect(await copyOf(who)).toMatchObject({ state: 'expired', bytes: 0, mayAsk: true })
    expect((await fetch(encodeURI(files[0]!.url))).status).toBe(404)
    expect(await askCopy(who)).toMatchObject({ ok: true })
    await runOut(cloud, 'buildCopies')
    expect(await copyOf(who)).toMatchObject({ state: 'ready' })
    expect(await stored(cloud, 'data_copies', { state: 'ready', toRemove: { $ne: [] } })).toEqual([])
  })
})
