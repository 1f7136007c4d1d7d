import { accepted, submitted } from '../affairs/story'
import { startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { fromNow, hour, newMeeting } from '../meetings/story'
import { newPerson, type Person } from './person'

const desk = { width: 1280, height: 800 }

let cloud: TestCloud
let chen: Caller
beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
  // Sooner than any other.
  const times = { startsAt: fromNow(8 * hour), endsAt: fromNow(9 * hour), signUpUntil: fromNow(8 * hour) }
  await newMeeting(chen, { title: '电动车停放', capacity: 30, ...times })
})

afterEach(() => cloud.faults.clear())

const signedIn = async (name: string, options: Parameters<typeof newPerson>[1] = {}): Promise<Person> => {
  const person = await newPerson(cloud.url, options)
  await person.signIn(name)
  return person
}

describe('[M1] from 首页', () => {
  test('one tap signs up for the next meeting, and another shows it', async () => {
    const person = await signedIn('张桂兰')
    await person.tap('我要报名，电动车停放')
    await person.sees('报名成功，到时见')
    await person.sees('你已报名')
    await person.tap('看议题，电动车停放')
    await person.sees('取消报名')
  })

  test('a guest finds the way to it, and nothing to sign up with', async () => {
    const guest = await newPerson(cloud.url)
    await guest.goTo('pages/home/index')
    // The first of all communities is another one.
    await guest.tap('切换社区')
    await guest.tap(/^平安里社区/)
    await guest.sees('电动车停放')
    expect(await guest.page.getByRole('button', { name: /^我要报名/ }).count()).toBe(0)
    await guest.tap('看议题，电动车停放')
    await guest.sees('登录后报名')
  })
})

describe('[A2] [P9] what I reported, and what I am told', () => {
  test('stands on 首页 with how far it is and by when, and the bell counts', async () => {
    const wang = await cloud.resident('wang')
    const kase = await submitted(wang, { text: '单元门禁坏了，谁都能进', category: 'safety' })
    const person = await signedIn('王芳')
    await person.sees(/^等待受理，最晚/)
    await accepted(chen, kase)
    await person.tap('刷新')
    await person.sees(/^已受理，最晚/)
    await person.tap(/^消息，\d+ 条未读$/)
    await person.tap(/^未读，您反映的事已受理/)
    await person.sees('单元门禁坏了，谁都能进')
  })

  test('a notice is written at work, read on 首页, and gone once it is taken down', async () => {
    const worker = await signedIn('陈晓梅', { size: desk, touch: false })
    await worker.tap(/^公示通知 /)
    await worker.tap('发一条')
    await worker.tap('发布')
    await worker.sees('请写标题')
    await worker.types('标题', '消防演练，请勿惊慌')
    await worker.types('内容', '明天 10:00 演练。\n<b>听到警报</b>不用下楼。')
    await worker.tap('置顶')
    await worker.tap('发布')
    await worker.sees('展示中')

    // A board is taken as it was read for five seconds.
    cloud.faults.set({ clockSkewMs: { home: 6_000 } })
    const li = await signedIn('李建国')
    await li.tap('通知，消防演练，请勿惊慌')
    await li.sees(/<b>听到警报<\/b>不用下楼/)

    await worker.tap('撤下 消防演练，请勿惊慌')
    await worker.tap('撤下')
    await worker.sees('请写原因，同事会看到')
    await worker.types('原因', '改期了')
    await worker.tap('撤下')
    await worker.sees(/撤下原因：改期了$/)
    await li.tap('刷新')
    await li.sees('没有更新成功，下面是上次看到的内容')
    await li.goTo('features/notices/list')
    await li.sees(/^周六上午停水检修/)
    expect(await li.reads()).not.toContain('消防演练')
  })
})

describe('[A4] the queue of today on 工作', () => {
  test('a new case is accepted where it stands, and answered in three taps', async () => {
    const text = '楼梯扶手松了，老人扶不住'
    await submitted(await cloud.resident('li'), { text, category: 'safety' })
    const worker = await signedIn('陈晓梅', { touch: false })
    await worker.tap(`受理，${text}`)
    await worker.sees('已受理，居民收到了消息')
    await worker.tap(`答复，${text}`)
    await worker.tap('隐患已排除')
    await worker.tap('发送答复')
    await worker.sees('答复已发给居民')
  })
})
