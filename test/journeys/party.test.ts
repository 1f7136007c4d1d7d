import { nextOfMonth } from '@/services/days'
import { limits } from '@contract/limits'
import { activityInput, codesOf, day, fromNow, hour, newActivity as newStaffActivity } from '../party/story'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { newActivity, registered } from './party-cases'
import { newPerson, type Person } from './person'

const desk = { width: 1280, height: 800 }

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.stop())

const partyDay = nextOfMonth(limits.party.partyDayOfMonth, Date.now())

/** Moves the clock of the functions that a day of service runs through. @param instant in China, e.g. `09:02` */
const setClock = (clock: string) => {
  const ms = Date.parse(`${partyDay}T${clock}:00+08:00`) - Date.now()
  cloud.faults.set({ clockSkewMs: { party: ms, jobs: ms, points: ms, inbox: ms, home: ms } })
}

/** The link that the screen at the door shows now. */
const linkAtDoor = async (activityId: string, kind: 'in' | 'out'): Promise<string> =>
  (await codesOf(await cloud.staff('chen'), activityId))[kind]

describe('[D1] [D5] [D6] a member registers and serves on the 10th', () => {
  test('from the application to hours and points with their rule', async () => {
    const zhang = await signedIn('张桂兰')
    await zhang.goTo('pages/me/index')
    await zhang.tap('党员双报到')
    await zhang.tap('报到')
    await zhang.sees('看过上面的说明，同意了才能报到')
    await zhang.types('所在支部', '退休教师党支部')
    await zhang.types('手机号', '13812345678')
    await zhang.tap('同意双报到这样使用我的信息')
    await zhang.tap('报到')
    await zhang.sees('等社区核对')
    await zhang.sees('138****5678')

    const chen = await signedIn('陈晓梅', { size: desk, touch: false })
    await chen.goTo('pages/staff/index')
    await chen.tap(/^报到核对/)
    await chen.sees('名册上没有这个手机号')
    await chen.tap('通过 张桂兰')
    await chen.tap('通过')
    await chen.sees('已通过，本人会收到消息')

    await chen.goTo('features/party/activities')
    await chen.tap('发布活动')
    await chen.types('名称', '清理楼道')
    await chen.types('在哪里集合', '7 号楼门口')
    await chen.tap('发布')
    await chen.sees('已发布，报到的党员现在看得到')
    const id = new URLSearchParams(chen.page.url().split('?')[1]).get('id') ?? ''

    await zhang.goTo('features/inbox/messages')
    await zhang.tap(/^未读，你的申请有结果了/)
    await zhang.tap(/^城市党建日/)
    if (!partyDay.startsWith(new Date(Date.now() + 8 * hour).toISOString().slice(0, 7))) {
      await zhang.tap(/^下个月/)
    }
    await zhang.tap('报名 清理楼道')
    await zhang.sees('报名成功，到时候见')

    setClock('09:02')
    await chen.tap('刷新')
    await chen.page.getByRole('img', { name: '签到二维码' }).waitFor()
    await zhang.page.goto(await linkAtDoor(id, 'in'))
    await zhang.sees('已签到 09:02')
    await chen.sees(/在现场 1/)

    setClock('11:01')
    await zhang.page.goto(await linkAtDoor(id, 'out'))
    await zhang.sees('已签退 11:01')
    // How long the story took before the clock was set is part of it.
    const said = /计 1 小时 5\d 分钟，得 3 分（规则 2\.1）/
    await zhang.sees(said)
    await chen.sees(/已签退 1/)

    await zhang.tap('服务记录')
    await zhang.sees('＋3 分')
    await zhang.sees(/^规则 2\.1：/)
    await zhang.goTo('pages/points/index')
    await zhang.sees(/清理楼道/)
    await zhang.sees(/规则 2\.1/)
  })
})

describe('[D5] at the door', () => {
  test('by hand, corrected with the reason, and read by the person', async () => {
    const worker = await cloud.staff('chen')
    const li = await registered(worker, await cloud.resident('li'))
    const { id } = await newActivity(worker)
    await li.get('party.join', { requestId: 'journey-join-0000001', activityId: id })

    const chen = await signedIn('陈晓梅', { size: desk, touch: false })
    await chen.goTo(`features/party/activity-host?id=${id}`)
    await chen.tap(/^签到 李/)
    await chen.tap('扫不上码')
    await chen.tap('确定签到')
    await chen.sees(/已签到$/)
    await chen.tap('在现场 1')
    await chen.tap(/^改时长 李/)
    await chen.types('时长（分钟）', '481')
    await chen.tap('确定改时长')
    await chen.sees('时长请填 0 到 480 分钟')
    await chen.types('时长（分钟）', '90')
    await chen.types('或写别的原因', '手机没电，一直在')
    await chen.tap('确定改时长')
    await chen.tap('已签退 1')
    await chen.sees('工作人员改过：手机没电，一直在')

    const person = await signedIn('李建国')
    await person.goTo('features/party/record')
    await person.sees('工作人员改过：手机没电，一直在')
    await person.sees('＋3 分')
  })

  test('called off: whoever joined reads why', async () => {
    const worker = await cloud.staff('chen')
    const li = await registered(worker, await cloud.resident('li'))
    const startsAt = new Date(Date.now() + day).toISOString()
    const endsAt = new Date(Date.now() + day + 2 * hour).toISOString()
    const { id } = await newActivity(worker, { startsAt, endsAt, title: '河边捡垃圾', capacity: 5 })
    await li.get('party.join', { requestId: 'journey-join-0000002', activityId: id })
    const chen = await signedIn('陈晓梅')
    await chen.goTo(`features/party/activity-host?id=${id}`)
    await chen.tap(/^取消这场/)
    await chen.tap('取消这场')
    await chen.sees('请写原因，报名的人会看到')
    await chen.types('原因', '下大雨，改到下周六')
    await chen.tap('取消这场')
    await chen.sees('下大雨，改到下周六')
    await cloud.timer('closeActivities')
    const person = await signedIn('李建国')
    await person.goTo('features/inbox/messages')
    await person.tap(/^未读，你报名的活动取消了/)
    await person.sees('下大雨，改到下周六')
  })
})

describe('[D1] taking it back', () => {
  test('removes what was told, and the activities are out of sight', async () => {
    await registered(await cloud.staff('chen'), await cloud.resident('li'))
    const li = await signedIn('李建国')
    await li.goTo('features/party/registration')
    await li.tap('结束报到')
    await li.tap('确定结束')
    await li.sees('已经撤回')
    await li.goTo('features/party/days')
    await li.sees('先向社区报到')
  })
})

describe('[D6] a change beside a colleague’s', () => {
  test('does not write over it unseen; what was typed stays, and is saved by a second tap', async () => {
    const chen = await cloud.staff('chen')
    const times = { startsAt: fromNow(2 * hour), endsAt: fromNow(4 * hour) }
    const { id: activityId } = await newStaffActivity(chen, times)
    const { communityId: _communityId, ...details } = activityInput({ ...times, venue: '小花园' })
    const worker = await signedIn('陈晓梅', { size: desk, touch: false })
    await worker.goTo(`features/party/activity-form?id=${activityId}`)
    await worker.sees('修改活动')
    await worker.types('说明', '带手套')
    await chen.get('party.edit', { ...details, activityId, version: 1 })
    await worker.looksAway()
    await worker.tap('保存修改')
    await worker.sees(/^别人刚改过。你改的都还在/)
    await worker.holds('说明', '带手套')
    const seen = async () => (await chen.get('party.host', { activityId })).activity
    expect(await seen()).toMatchObject({ venue: '小花园', note: '', version: 2 })
    await worker.tap('保存修改')
    await worker.sees('已保存')
    expect(await seen()).toMatchObject({ venue: '小花园', note: '带手套', version: 3 })
  })
})

async function signedIn(name: string, options: Parameters<typeof newPerson>[1] = {}): Promise<Person> {
  const person = await newPerson(cloud.url, options)
  await person.signIn(name)
  return person
}
