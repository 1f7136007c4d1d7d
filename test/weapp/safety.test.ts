import { newMeeting } from '../meetings/story'
import { checkedAfter, said, textsFor, topicsFor, waitingWith } from '../safety/story'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone, type Phone } from './phone'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.faults.clear())

const meetingOf = async (title: string) => (await newMeeting(await cloud.staff('chen'), { title })).id

const proposes = async (phone: Phone, meetingId: string, text: string) => {
  await phone.opens(`features/meetings/meeting?id=${meetingId}`)
  await phone.taps('提一个')
  await phone.types(text)
  await phone.taps('提出来')
}

test('[W1] [M7] in WeChat a topic in doubt is held, passed on the page of the staff, and then there for all', async () => {
  const meetingId = await meetingOf('充电桩')
  const zhang = await newPhone(cloud, 'zhang')
  await proposes(zhang, meetingId, said.review)
  await zhang.sees('审核中')
  const li = await cloud.resident('li')
  expect(await textsFor(li, meetingId)).toEqual([])

  const chen = await newPhone(cloud, 'chen')
  await chen.opens('pages/staff/index')
  await chen.sees('1 条等你看')
  await chen.opens('features/safety/queue')
  await chen.sees(said.review)
  await chen.taps('通过')
  await chen.sees('没有等你看的')
  expect(await textsFor(li, meetingId)).toEqual([said.review])
})

test('[W1] [M7] in WeChat a refused topic comes back with its reason, and its words are still there', async () => {
  const meetingId = await meetingOf('修车')
  const zhang = await newPhone(cloud, 'zhang')
  await proposes(zhang, meetingId, said.review)
  await zhang.sees('审核中')
  const chen = await newPhone(cloud, 'chen')
  await chen.opens('features/safety/queue')
  await chen.taps('不通过')
  await chen.sees('不通过？')
  await chen.taps('写了联系方式')
  const answer = await waitingWith(await cloud.staff('chen'), said.review)
  await (
    await cloud.staff('chen')
  ).get('safety.refuse', {
    requestId: 'weapp-refuse-0000001',
    checkId: answer.id,
    version: answer.version,
    reason: '写了联系方式',
  })
  await zhang.opens('features/inbox/messages')
  await zhang.taps(/您提的议题没有通过审核/)
  await zhang.sees('原因：写了联系方式。别人看不到。')
  await zhang.taps('改一改')
  await zhang.types(said.pass)
  await zhang.taps('提出来')
  await zhang.sees(/还没有人支持 · 我提的/)
  expect(await textsFor(await cloud.resident('li'), meetingId)).toEqual([said.pass])
})

test('[W1] [M7] in WeChat what is risky is refused on the spot, and nothing that was typed is lost', async () => {
  const meetingId = await meetingOf('副业')
  const zhang = await newPhone(cloud, 'zhang')
  await proposes(zhang, meetingId, said.risky)
  await zhang.sees('有些话不适合公开')
  expect(await topicsFor(await cloud.resident('zhang'), meetingId)).toEqual([])
  await zhang.types(said.pass)
  await zhang.taps('提出来')
  await zhang.sees(/还没有人支持 · 我提的/)
})

test('[W1] [M7] in WeChat what is written while the check is down is held, and passes by the timer', async () => {
  const meetingId = await meetingOf('路灯')
  const zhang = await newPhone(cloud, 'zhang')
  cloud.faults.set({ safety: { text: 'down' } })
  await proposes(zhang, meetingId, '3 号楼的路灯不亮')
  await zhang.sees('审核中')
  await checkedAfter(cloud, 2)
  const li = await newPhone(cloud, 'li')
  await li.opens(`features/meetings/meeting?id=${meetingId}`)
  await li.sees('3 号楼的路灯不亮')
})
