import { limits } from '@contract/limits'
import { codeFor } from '../residency/story'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPerson, type Person } from './person'
import { inPinganli, lookUp, pickBuilding } from './residency-cases'

const desk = { width: 1280, height: 800 }

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.stop())

async function signedIn(name: string, options = {}): Promise<Person> {
  const person = await newPerson(cloud.url, options)
  await person.signIn(name)
  return person
}

/** Fills in the door and the code; the community is chosen already. */
async function fillIn(person: Person, unit: string, room: string, code: string) {
  const { types } = person
  await pickBuilding(person)
  await types('单元', unit)
  await types('房号', room)
  await types('纸条码', code)
}

test('[P2] a flat is bound by the code on a slip of paper that a worker printed', async () => {
  const chen = await signedIn('陈晓梅', { size: desk, touch: false })
  await chen.goTo('pages/staff/index')
  await chen.tap(/^纸条码/)
  await chen.tap('平安花园')
  await chen.tap('8 号楼')
  await chen.tap('2 单元')
  await chen.tap(/^402 /)
  await chen.tap('给 1 户发码')
  await chen.sees('只在这里显示一次')
  const [code = ''] = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(await chen.reads()) ?? []
  // On paper there are the slips and nothing else.
  await chen.page.emulateMedia({ media: 'print' })
  expect(await chen.reads()).not.toContain('只在这里显示一次')
  expect(await chen.reads()).toContain(code)
  await chen.page.emulateMedia({ media: 'screen' })
  await chen.tap('收起')
  await chen.sees('收起这张？')

  const visitor = await signedIn('访客')
  await visitor.goTo('pages/points/index')
  await visitor.tap('登记住址')
  await visitor.tap(/^我有纸条码/)
  await inPinganli(visitor)
  await fillIn(visitor, '2', '402', code.toLowerCase())
  await visitor.types('你的姓名', '罗小明')
  await visitor.tap('核验')
  await visitor.sees('只有你一个人登记')
  await visitor.sees('8 号楼 2 单元 402')
  await visitor.goTo('pages/points/index')
  await visitor.sees('还没有积分记录')
})

test('[P2] wrong codes are locked out, with the time from which one may try again; what was typed stays', async () => {
  await codeFor(await cloud.staff('chen'), '2', '402')
  const visitor = await signedIn('访客')
  await visitor.goTo('features/residency/code')
  await inPinganli(visitor)
  await fillIn(visitor, '2', '402', 'AAAA-AAAA')
  await visitor.types('你的姓名', '罗小明')
  for (let time = 0; time < limits.residency.code.wrongTries; time += 1) {
    await visitor.types('纸条码', `AAAA-AAA${'ACDEF'.charAt(time)}`)
    await visitor.tap('核验')
    await visitor.sees('住址或纸条码对不上')
  }
  await visitor.tap('核验')
  await visitor.sees('输错次数太多，先停一停')
  await visitor.sees(/\d\d:\d\d 以后可以再试/)
  await visitor.page.reload()
  await visitor.sees('平安花园 8 号楼')
  expect(await visitor.page.getByRole('textbox', { name: '纸条码' }).inputValue()).toBe('AAAA-AAAF')
  expect(await visitor.page.getByRole('textbox', { name: '房号' }).inputValue()).toBe('402')
})

test('[P2] somebody says where they live, a worker verifies it, and it is told in 消息', async () => {
  const visitor = await signedIn('访客')
  await visitor.goTo('features/residency/home')
  await visitor.tap(/^填姓名电话/)
  await inPinganli(visitor)
  await pickBuilding(visitor)
  await visitor.types('单元', '2单元')
  await visitor.types('房号', '0301')
  await visitor.types('姓名', '吴国栋')
  await visitor.types('手机号', '13200000022')
  await visitor.tap('交给社区核对')
  await visitor.sees('等社区核对')

  const chen = await signedIn('陈晓梅', { size: desk, touch: false })
  await chen.goTo('pages/staff/index')
  await chen.tap(/^住户核验 2 人等你核验/)
  await chen.sees('和花名册一样：姓名、手机都对得上')
  await chen.tap('不通过 吴小雨')
  await chen.tap('房号填错了，请再看看')
  await chen.tap('不通过')
  await chen.sees('已退回，本人会看到原因')
  await chen.tap('通过 吴国栋')
  await chen.tap('通过')
  await chen.sees('没有等核验的')

  await visitor.goTo('features/inbox/messages')
  await visitor.tap(/^未读，住址核验通过了/)
  await visitor.sees('8 号楼 2 单元 301')
  await visitor.tap(/^我搬走了/)
  await visitor.sees('会留下的')
  await visitor.tap('确定搬走')
  await visitor.sees('以前住过')

  const wu = await signedIn('吴小雨')
  await wu.goTo('features/residency/home')
  await wu.sees('原因：房号填错了，请再看看')
})

test('[P3] a building leader sees the own unit, masked, and nothing else', async () => {
  const ma = await signedIn('马春兰')
  await ma.goTo('pages/staff/index')
  await ma.tap(/^我的楼/)
  await ma.sees('8 号楼 1 单元')
  await ma.sees('12 户，1 户有人登记')
  await ma.sees('132****0001')
  const text = await ma.reads()
  expect(text).not.toMatch(/2 单元|1\d{10}|马建业|孔德明/)
  await ma.goTo('pages/staff/index')
  await ma.sees('我的楼')
  expect(await ma.reads()).not.toMatch(/住户核验|商品管理|报到核对|导入表格|核销/)
  const caller = await ma.caller()
  const other = { communityId: 'wendeng.tianfu.pinganli', building: '8', unit: '2' }
  expect(await caller.call('residency.unit', other)).toMatchObject({ ok: false, code: 'NOT_FOUND' })
})

test('[P2] a worker strikes somebody who has died off the roster, and ends a residency another way', async () => {
  const chen = await signedIn('陈晓梅')
  await chen.goTo('features/residency/household')
  await lookUp(chen)
  await chen.sees(/登记着，搬走请办迁出$/)
  expect(await chen.page.getByRole('button', { name: '划掉 马春兰' }).count()).toBe(0)
  await chen.tap('划掉 马建业')
  await chen.sees('马建业 · 8 号楼 1 单元 101')
  await chen.tap('搬走了')
  await chen.tap('确定划掉')
  await chen.sees('划掉了')
  await chen.page.getByText('马建业').waitFor({ state: 'detached' })
  expect(await chen.reads()).toContain('马春兰')
})
