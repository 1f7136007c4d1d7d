import { fromNow, hour, minute, newMeeting, pinganli, signedUp } from '../meetings/story'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone } from './phone'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})

test('[W1] [M1] in WeChat one signs up in two taps from the list, and cancels', async () => {
  await newMeeting(await cloud.staff('chen'), { title: '楼道堆物', capacity: 5 })
  const zhang = await newPhone(cloud, 'zhang')
  await zhang.opens(`features/meetings/list?community=${pinganli}`)
  await zhang.taps(/楼道堆物/)
  await zhang.taps('报名')
  await zhang.sees('报名成功，到时候见')
  await zhang.taps('取消报名')
  await zhang.taps('确定取消')
  await zhang.sees('已取消报名')
})

test('[W1] [M5] a scan of the code at the door checks in; one that is given up, or another code, does not', async () => {
  const chen = await cloud.staff('chen')
  const now = { startsAt: fromNow(-10 * minute), endsAt: fromNow(2 * hour), signUpUntil: fromNow(hour) }
  const { id } = await newMeeting(chen, { ...now, title: '社区恳谈', capacity: 5 })
  await signedUp(await cloud.resident('li'), id)
  const { steps } = await chen.get('meetings.host', { meetingId: id })

  const li = await newPhone(cloud, 'li')
  await li.program.mockWxMethod('scanCode', { errMsg: 'scanCode:fail cancel' })
  await li.opens('features/meetings/check-in')
  await li.sees('扫现场的签到码')
  await li.program.mockWxMethod('scanCode', { errMsg: 'scanCode:ok', result: 'https://example.com' })
  await li.taps('扫一扫签到')
  await li.sees('这不是签到码')
  await li.program.mockWxMethod('scanCode', { errMsg: 'scanCode:ok', result: steps?.[0]?.qr })
  await li.taps('扫一扫签到')
  await li.sees('请入座，谢谢你来')
})
