import { limits } from '@contract/limits'
import { codeFor } from '../residency/story'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone, type Phone } from './phone'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.stop())

/** Opens the page of the code and fills in the door and a name: code, name, unit and room are its fields. */
async function atDoor(phone: Phone): Promise<void> {
  await phone.opens('features/residency/code')
  await phone.taps(/^平安里社区/)
  await phone.taps('选楼栋')
  await phone.taps(/^平安花园/)
  await phone.taps('8 号楼')
  await phone.types('罗小明', 1)
  await phone.types('2', 2)
  await phone.types('402', 3)
}

test('[W1] [P2] in WeChat a flat is bound by its paper code, and left again', async () => {
  const code = await codeFor(await cloud.staff('chen'), '2', '402')
  const visitor = await newPhone(cloud, 'visitor')
  await atDoor(visitor)
  await visitor.taps('核验')
  await visitor.sees(`纸条码是 ${limits.residency.code.characters} 个字母和数字`)
  await visitor.types(`${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`)
  await visitor.taps('核验')
  await visitor.sees('只有你一个人登记')
  await visitor.taps(/^我搬走了/)
  await visitor.sees('会留下的')
  await visitor.taps('确定搬走')
  await visitor.sees('以前住过')
})

test('[W1] [P2] in WeChat wrong codes are locked out, with the time from which one may try again', async () => {
  await codeFor(await cloud.staff('chen'), '2', '402')
  const visitor = await newPhone(cloud, 'visitor')
  await atDoor(visitor)
  for (let time = 0; time < limits.residency.code.wrongTries; time += 1) {
    await visitor.types(`AAAA-AAA${'ACDEF'.charAt(time)}`)
    await visitor.taps('核验')
    await visitor.sees('住址或纸条码对不上')
  }
  await visitor.taps('核验')
  await visitor.sees(/\d\d:\d\d以后可以再试/)
})

test('[W1] [P2] in WeChat a worker verifies a request', async () => {
  const chen = await newPhone(cloud, 'chen')
  await chen.opens('features/residency/requests')
  await chen.sees('吴小雨')
  await chen.sees('和花名册一样：姓名、手机都对得上')
  await chen.taps('不通过')
  await chen.sees('或写别的原因')
  await chen.opens('features/residency/requests')
  await chen.taps('通过')
  await chen.sees('通过核验？')
  await chen.taps('再想想')
})

test('[W1] [P3] in WeChat a building leader sees the own unit and nothing else', async () => {
  const ma = await newPhone(cloud, 'ma')
  await ma.opens('features/residency/my-building')
  await ma.sees('8 号楼 1 单元')
  await ma.sees('132****0001')
  expect(await ma.reads()).not.toMatch(/2 单元|1\d{10}|春兰/)
})
