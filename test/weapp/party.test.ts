import { codesOf, hour } from '../party/story'
import { newActivity, registered } from '../journeys/party-cases'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone } from './phone'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.faults.set({ clockSkewMs: {} }))

const setSkew = (ms: number) =>
  cloud.faults.set({ clockSkewMs: { party: ms, jobs: ms, points: ms, inbox: ms } })

test('[W1] [D1] in WeChat one applies with a consent of its own, and takes it back', async () => {
  const zhang = await newPhone(cloud, 'zhang')
  await zhang.opens('features/party/registration')
  await zhang.sees('这些信息怎么用')
  await zhang.taps('报到')
  await zhang.sees('看过上面的说明，同意了才能报到')
  await zhang.switches()
  await zhang.sees('已同意')
  const caller = await cloud.resident('zhang')
  await caller.get('party.apply', {
    requestId: 'weapp-apply-00000001',
    branch: '退休教师党支部',
    phone: '13812345678',
    consent: 1,
  })
  await zhang.opens('features/party/registration')
  await zhang.sees('等社区核对')
  await zhang.taps('撤回申请')
  await zhang.taps('确定撤回')
  await zhang.sees('已经撤回')
})

test('[W1] [D5] [D6] joined from the list, scanned in and out, with hours and points by their rule', async () => {
  const chen = await cloud.staff('chen')
  await registered(chen, await cloud.resident('li'))
  const { id } = await newActivity(chen, { title: '清理楼道' })
  const li = await newPhone(cloud, 'li')
  await li.opens('features/party/days')
  await li.sees('清理楼道')
  await li.opens(`features/party/activity?id=${id}`)
  await li.taps('扫码签到')

  await li.program.mockWxMethod('scanCode', { errMsg: 'scanCode:fail cancel' })
  await li.opens('features/party/check-in')
  await li.sees('扫现场的码')
  await li.program.mockWxMethod('scanCode', { errMsg: 'scanCode:ok', result: 'https://example.com' })
  await li.taps('扫一扫')
  await li.sees('这不是签到签退的码')
  const { in: code } = await codesOf(chen, id)
  await li.program.mockWxMethod('scanCode', { errMsg: 'scanCode:ok', result: code })
  await li.taps('扫一扫')
  await li.sees(/^已签到 \d\d:\d\d$/m)

  setSkew(2 * hour)
  const { out: link } = await codesOf(chen, id)
  // WeChat's own scanner opens the page with the whole link.
  await li.opens(`features/party/check-in?q=${encodeURIComponent(link)}`)
  await li.sees(/^已签退 \d\d:\d\d$/m)
  await li.sees(/得 \d 分（规则 2\.1）/)
  await li.opens('features/party/record')
  await li.sees(/^规则 2\.1：/m)
})

test('[W1] [D5] the screen at the door shows both codes', async () => {
  const chen = await cloud.staff('chen')
  const { id } = await newActivity(chen, { title: '东门站岗' })
  const phone = await newPhone(cloud, 'chen')
  await phone.opens(`features/party/activity-host?id=${id}`)
  await phone.sees('来了，请扫码签到')
  await phone.taps('签退码')
  await phone.sees('走之前，请扫码签退')
})
