import { newRequestId, startTestCloud, type TestCloud } from '../support/cloud'
import { fromNow, hour, later, liulin, minute, newMeeting, pinganli, signedUp } from '../meetings/story'
import { newPerson, type Person } from './person'

const desk = { width: 1280, height: 800 }
const hosting = 'features/meetings/host'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterEach(() => later(cloud, 0))

/** It is on right now: people check in, and minutes may be written. */
const now = { startsAt: fromNow(-10 * minute), endsAt: fromNow(2 * hour), signUpUntil: fromNow(hour) }

describe('[M1] [M2] [M7] a worker calls a meeting, residents say what about', () => {
  test('from the template to the agenda', async () => {
    const chen = await signedIn('陈晓梅', { size: desk, touch: false })
    await chen.tap(/^恳谈日 /)
    await chen.tap('安排一场')
    await chen.tap('发布')
    await chen.sees('请写在哪里开')
    await chen.types('名称', '电动车停放怎么管')
    await chen.types('地点', '社区会客厅')
    await chen.tap('发布')
    await chen.sees('已发布，居民现在看得到')

    const zhang = await signedIn('张桂兰')
    await zhang.goTo('pages/home/index')
    await zhang.tap(/^恳谈日 /)
    await zhang.tap(/^电动车停放怎么管，.*14:30–16:00/)
    await zhang.tap('提一个议题')
    await zhang.types('想说哪件事', '架空层改成充电棚 <b>好</b>')
    await zhang.tap('提出来')
    await zhang.sees('还没有人支持 · 我提的')

    const li = await signedIn('李建国')
    await li.goTo(new URL(zhang.page.url()).hash.slice(2))
    await li.tap('支持 架空层改成充电棚 <b>好</b>')
    await li.sees('1 人支持')

    await chen.tap('刷新')
    await chen.tap('列入议程 架空层改成充电棚 <b>好</b>')
    await chen.page.locator('[role=switch][aria-checked=true]').waitFor()
    await zhang.tap('刷新')
    await zhang.sees('1 人支持 · 已列入议程 · 我提的')
  })
})

describe('[M1] [M3] the last seat', () => {
  test('goes from one to the next, and on when nobody takes it', async () => {
    const title = '楼道堆物'
    const { id } = await newMeeting(await cloud.staff('chen'), { title, capacity: 1 })
    const zhang = await signedIn('张桂兰')
    await zhang.goTo(`features/meetings/list?community=${pinganli}`)
    await zhang.tap(new RegExp(`^${title}`))
    await zhang.tap('报名')
    await zhang.sees('报名成功，到时候见')

    const li = await signedIn('李建国')
    await li.goTo(`features/meetings/meeting?id=${id}`)
    await li.tap('排队候补')
    await li.sees('候补第 1 位')
    await signedUp(await cloud.resident('wang'), id)

    await zhang.tap('取消报名')
    await zhang.tap('确定取消')
    await zhang.sees('已取消报名')
    await li.tap('刷新')
    await li.sees('轮到你了，有一个座位')
    await li.sees(/还有 2 小时/)

    later(cloud, 3 * hour)
    await cloud.timer('lapseOffers')
    await li.tap('刷新')
    await li.sees('座位已让给下一位')
    const wang = await signedIn('王芳')
    await wang.goTo('features/inbox/messages')
    await wang.tap(/^未读，有座位了/)
    await wang.tap('我要参加')
    await wang.sees('已报名')
  })
})

describe('[M5] at the door', () => {
  test('by the code on the screen, by the own code, by hand, and back', async () => {
    const chen = await cloud.staff('chen')
    const { id } = await newMeeting(chen, { ...now, title: '社区恳谈', capacity: 5 })
    for (const who of ['zhang', 'li', 'wang']) await signedUp(await cloud.resident(who), id)
    const host = await signedIn('陈晓梅', { size: desk, touch: false })
    await host.goTo(`${hosting}?id=${id}`)
    await host.page.getByRole('img', { name: '会场签到二维码' }).waitFor()

    const zhang = await signedIn('张桂兰')
    await zhang.goTo('features/meetings/check-in')
    await zhang.types('签到码', 'JL2:features/meetings/check-in/index?m=t_A&s=t_A&c=1.AAAAAAAAAAAAAAAAAAAAAA')
    await zhang.tap('签到')
    await zhang.sees('这不是签到码')
    const { steps } = await chen.get('meetings.host', { meetingId: id })
    await zhang.goTo(`features/meetings/check-in?code=${encodeURIComponent(steps?.[0]?.qr ?? '')}`)
    await zhang.sees('请入座，谢谢你来')
    // The screen at the door asks by itself.
    await host.sees('已到 1')

    const li = await signedIn('李建国')
    await li.goTo(`features/meetings/meeting?id=${id}`)
    await li.tap('出示签到码')
    await li.page.getByRole('img', { name: '我的签到二维码' }).waitFor()
    const own = await (await li.caller()).get('meetings.myCode', { meetingId: id })
    await host.tap('扫码枪')
    await host.types('居民的签到码', own.steps[0]?.qr ?? '')
    await host.tap('签到')
    await host.sees('3 号楼 1 单元 李** 已签到')
    await host.tap('关上')
    await li.sees('请入座，谢谢你来')

    await host.tap(/^签到 王/)
    await host.tap('家人代办')
    await host.tap('确定签到')
    await host.sees('王* 已签到')
    await host.tap('登记来宾')
    await host.types('怎么称呼', '志愿者小刘')
    await host.tap('签到')
    await host.sees('已到 4')
    await host.tap('已到 4')
    await host.tap(/^撤销签到 王/)
    await host.tap('确定撤销签到')
    await host.sees('已到 3')
  })
})

describe('[M5] [P2] whoever has moved away', () => {
  test('shows the own code for the seat from before, and can still give it up', async () => {
    const soon = { startsAt: fromNow(hour / 2), signUpUntil: fromNow(hour / 2), endsAt: fromNow(2 * hour) }
    const { id } = await newMeeting(await cloud.staff('zhao'), { ...soon, communityId: liulin })
    const liu = await signedIn('刘秀英')
    await signedUp(await liu.caller(), id)
    await (await liu.caller()).get('residency.moveOut', { requestId: newRequestId() })
    await liu.goTo(`features/meetings/meeting?id=${id}`)
    await liu.sees('已报名')
    await liu.tap('出示签到码')
    await liu.page.getByRole('img', { name: '我的签到二维码' }).waitFor()
    await liu.page.goBack()
    await liu.tap('取消报名')
    await liu.tap('确定取消')
    await liu.sees('已取消报名')
    await liu.goTo(`features/meetings/my-code?id=${id}`)
    await liu.page.reload()
    await liu.sees('你还没有登记为住户')
  })
})

describe('[M2] a change beside a colleague’s', () => {
  test('does not write over it unseen; what was typed stays, and is saved by a second tap', async () => {
    const chen = await cloud.staff('chen')
    const { id: meetingId, ...found } = await newMeeting(chen, { title: '垃圾分类' })
    const { startsAt, endsAt, signUpFrom, signUpUntil, title, note, capacity, waitlistLimit } = found
    const facts = { startsAt, endsAt, signUpFrom, signUpUntil, title, note, capacity, waitlistLimit }
    const move = (version: number, venue: string) =>
      chen.get('meetings.edit', { requestId: newRequestId(), meetingId, ...facts, venue, version })
    const seen = async () => (await chen.get('meetings.host', { meetingId })).meeting
    const worker = await signedIn('陈晓梅', { size: desk, touch: false })
    await worker.goTo(`features/meetings/form?id=${meetingId}`)
    await worker.sees('修改安排')
    await move(1, '三楼会议室')
    await worker.looksAway()
    await worker.holds('地点', '三楼会议室')

    await worker.types('说明', '请带上房产证')
    await move(2, '社区礼堂')
    await worker.looksAway()
    await worker.tap('保存修改')
    await worker.sees(/^别人刚改过。你改的都还在/)
    await worker.holds('说明', '请带上房产证')
    await worker.holds('地点', '社区礼堂')
    expect(await seen()).toMatchObject({ venue: '社区礼堂', note: '', version: 3 })
    await worker.tap('保存修改')
    await worker.sees('已保存')
    expect(await seen()).toMatchObject({ venue: '社区礼堂', note: '请带上房产证', version: 4 })
  })
})

describe('[M7] two topics that are put on the agenda one right after the other', () => {
  test('are both on it, and what a colleague put there stays', async () => {
    const chen = await cloud.staff('chen')
    const { id: meetingId } = await newMeeting(chen, { title: '小区绿化' })
    const texts = ['修剪树枝', '补种草皮', '围栏刷漆']
    for (const [nth, who] of ['zhang', 'li', 'wang'].entries()) {
      const resident = await cloud.resident(who)
      await resident.get('meetings.proposeTopic', {
        requestId: newRequestId(),
        meetingId,
        text: texts[nth]!,
      })
    }
    const worker = await signedIn('陈晓梅', { size: desk, touch: false })
    await worker.goTo(`${hosting}?id=${meetingId}`)
    const colleague = await signedIn('陈晓梅', { size: desk, touch: false })
    await colleague.goTo(`${hosting}?id=${meetingId}`)
    await worker.sees('修剪树枝')
    await colleague.tap('列入议程 围栏刷漆')
    await colleague.page.locator('[role=switch][aria-checked=true]').waitFor()
    // A slow network: the second tap comes before the first is answered.
    await worker.page.route('**/functions/meetings', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400))
      await route.continue()
    })
    await worker.tap('列入议程 修剪树枝')
    await worker.tap('列入议程 补种草皮')
    await worker.page.locator('[role=switch][aria-checked=true]').nth(2).waitFor()
    const { topics } = await chen.get('meetings.host', { meetingId })
    expect(topics.map(({ onAgenda }) => onAgenda)).toEqual([true, true, true])
  })
})

describe('[M1] a meeting that has begun', () => {
  test('is no longer cancelled, and once it is over the page says so', async () => {
    const soon = { startsAt: fromNow(hour / 2), signUpUntil: fromNow(hour / 2), endsAt: fromNow(2 * hour) }
    const { id } = await newMeeting(await cloud.staff('chen'), { ...soon, title: '楼顶漏水' })
    const li = await signedIn('李建国')
    await signedUp(await li.caller(), id)
    await li.goTo(`features/meetings/meeting?id=${id}`)
    await li.tap('取消报名')
    later(cloud, hour)
    await li.tap('确定取消')
    await li.sees(/会已经开始了/)
    const times = { startsAt: fromNow(-2 * hour), endsAt: fromNow(-minute) }
    await cloud.engine.modify({
      ...{ collection: 'meetings', filter: { _id: id }, replace: false, upsert: false, multi: false },
      change: { $set: times },
    })
    later(cloud, 0)
    await li.page.reload()
    await li.sees('已结束，没有签到')
    expect(await li.page.getByRole('button', { name: '取消报名' }).count()).toBe(0)
    await li.goTo(`features/meetings/list?community=${pinganli}`)
    await li.tap(/^楼顶漏水，.*已开完/)
  })
})

describe('[M6] [M8] what was agreed', () => {
  test('is written, published, done, and shown at the next meeting', async () => {
    const chen = await cloud.staff('chen')
    const { id } = await newMeeting(chen, { ...now, title: '充电棚议事', months: 2 })
    const worker = await signedIn('陈晓梅', { size: desk, touch: false })
    await worker.goTo(`${hosting}?id=${id}`)
    await worker.tap(/^写纪要 /)
    await worker.tap('发布')
    await worker.tap('发布给居民')
    await worker.sees('先写点内容')
    await worker.types('大家说了什么', '担心夜里飞线充电')
    await worker.tap('加一件要办的事')
    await worker.types('第 1 件，办什么', '装十个充电插座')
    await worker.types('第 1 件，谁去办', '惠邻物业')
    await worker.page.reload()
    await worker.sees('担心夜里飞线充电')
    await worker.tap('存草稿')
    await worker.sees('草稿已保存，居民还看不到')
    await worker.tap('发布')
    await worker.tap('发布给居民')
    await worker.sees('都已立案，不能再改')

    const zhang = await signedIn('张桂兰')
    await zhang.goTo(`features/meetings/meeting?id=${id}`)
    await zhang.sees('装十个充电插座')
    await zhang.sees('等待受理')

    await worker.goTo('features/affairs/queue')
    await worker.tap(/^充电棚议事：装十个充电插座/)
    await worker.tap('已办好')
    await worker.tap('发送答复')
    await worker.sees('答复已发给居民')
    await zhang.goTo(`features/meetings/list?community=${pinganli}`)
    // The one after today’s, whichever month or year it falls in.
    await zhang.tap(/^充电棚议事，(?!今天|昨天)/)
    await zhang.sees('上次说的，办得怎样')
    await zhang.sees('已答复：已解决')
  })
})

async function signedIn(name: string, options: Parameters<typeof newPerson>[1] = {}): Promise<Person> {
  const person = await newPerson(cloud.url, options)
  await person.signIn(name)
  return person
}
