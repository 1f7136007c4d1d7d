import {
  accept,
  approve,
  dutiesAt,
  hour,
  invited,
  later,
  revoke,
  dutyOf,
  pinganli,
  tianfu,
} from '../duties/story'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone } from './phone'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.stop())

const offer = (token: string) => `features/duties/invitation?code=${token}`

test('[W1] [P4] in WeChat an invitation is opened by its link, accepted with the number, and taken away', async () => {
  const qian = await cloud.staff('qian')
  const token = await invited(qian, { name: '王芳' })
  const wang = await newPhone(cloud, 'wang')
  // WeChat's own scanner opens the page with the whole link.
  const link = `https://example.org/#/${offer(token)}`
  await wang.opens(`features/duties/invitation?q=${encodeURIComponent(link)}`)
  await wang.sees('平安里社区网格员')
  await wang.types('13900000000')
  await wang.taps('接受')
  await wang.sees('不是邀请登记的手机号')
  await wang.sees('还可以试 4 次')
  await wang.types('13812345678')
  await wang.taps('接受')
  await wang.sees('已接受')
  await wang.taps('去工作')
  await wang.sees(/网格员/)
  await revoke(qian, (await dutyOf(qian, pinganli, '王芳')).id)
  await wang.opens('pages/staff/index')
  await wang.sees('你目前没有社区工作')
})

test('[W1] [P4] what the street’s duty waits for is approved by another of the district’s staff', async () => {
  const [lin, he] = [await cloud.staff('lin'), await cloud.staff('he')]
  const token = await invited(lin, { role: 'street_staff', placeId: tianfu, name: '李建国' })
  const li = await newPhone(cloud, 'li')
  await li.opens(offer(token))
  await li.sees('接受后还要另一位负责人批准才生效。')
  await li.types('13812345678')
  await li.taps('接受')
  await li.sees('已接受，等批准')
  const phone = await newPhone(cloud, 'lin')
  await phone.opens(`features/duties/staff?place=${tianfu}`)
  await phone.sees('等批准')
  expect(await phone.reads()).not.toMatch(/^批准$/m)
  const waiting = (await dutiesAt(he, tianfu)).find(({ state }) => state === 'waiting')
  expect(await approve(he, waiting?.id ?? '')).toMatchObject({ ok: true })
  await li.opens(offer(token))
  await li.sees('现在起生效')
})

test('[W1] [P4] a duty that is given while the program is open is there when a tab is seen a minute later', async () => {
  const token = await invited(await cloud.staff('qian'), { name: '张桂兰' })
  const zhang = await newPhone(cloud, 'zhang')
  await zhang.sees('我的积分')
  await accept(await cloud.resident('zhang'), token)
  await zhang.program.evaluate(() => {
    const { now } = Date
    Date.now = () => now() + 60_000
  })
  await zhang.opens('pages/staff/index')
  await zhang.sees(/网格员/)
})

test('[W1] [P4] an invitation that has expired or was used says so', async () => {
  const qian = await cloud.staff('qian')
  const [used, late] = [await invited(qian), await invited(qian)]
  const zhang = await newPhone(cloud, 'zhang')
  await zhang.opens(offer(used))
  await zhang.sees('你的手机号')
  await zhang.types('13812345678')
  await zhang.taps('接受')
  await zhang.sees('已接受')
  const li = await newPhone(cloud, 'li')
  await li.opens(offer(used))
  await li.sees('这个邀请已经用过')
  later(cloud, 25 * hour)
  await li.opens(offer(late))
  await li.sees('邀请过期了')
})

test('[W1] [P4] an invitation is scanned on its own page; another code is none', async () => {
  const token = await invited(await cloud.staff('qian'))
  const li = await newPhone(cloud, 'li')
  await li.program.mockWxMethod('scanCode', { errMsg: 'scanCode:ok', result: 'https://example.com' })
  await li.opens('features/duties/invitation')
  await li.taps('扫一扫')
  await li.sees('这不是完整的邀请码')
  await li.program.mockWxMethod('scanCode', { errMsg: 'scanCode:ok', result: `JL2:${offer(token)}` })
  await li.taps('扫一扫')
  await li.sees('平安里社区网格员')
})

test('[W1] [P4] the secretary draws an invitation up and shows its code', async () => {
  const qian = await newPhone(cloud, 'qian')
  await qian.opens('features/duties/staff')
  await qian.sees('陈晓梅')
  await qian.taps('邀请任职')
  await qian.sees('选岗位，填他的姓名和手机号')
  await qian.taps('网格员')
  await qian.taps('生成邀请码')
  await qian.sees('请写姓名')
  await qian.sees('请写 11 位手机号')
})
