import { accepted, handlerIds, submitted, uploaded } from '../affairs/story'
import { newMeeting } from '../meetings/story'
import { said } from '../notices/story'
import { checkedAfter } from '../safety/story'
import { newRequestId, startTestCloud, type TestCloud } from '../support/cloud'
import { newPerson, type Person } from './person'

const desk = { width: 1280, height: 800 }

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.faults.clear())

const signedIn = async (name: string, options = {}): Promise<Person> => {
  const person = await newPerson(cloud.url, options)
  await person.signIn(name)
  return person
}

const meetingOf = async (title: string) => {
  const { id } = await newMeeting(await cloud.staff('chen'), { title })
  return `features/meetings/meeting?id=${id}`
}

const proposes = async (person: Person, page: string, text: string) => {
  await person.goTo(page)
  await person.tap('提一个议题')
  await person.types('想说哪件事', text)
  await person.tap('提出来')
}

/** Once the page is there, some words are not. */
const doesNotSee = async (person: Person, page: string, there: string, words: string) => {
  await person.goTo(page)
  await person.sees(there)
  expect(await person.reads()).not.toContain(words)
}

describe('[M7] what a resident proposes', () => {
  test('in doubt is held, passed by staff, and then there for all', async () => {
    const [page, text] = [await meetingOf('充电桩'), '充电桩装几个，加我微信']
    const zhang = await signedIn('张桂兰')
    await proposes(zhang, page, text)
    await zhang.sees('提好了，正在审核。通过后邻居就能看到')
    await zhang.sees('只有你和工作人员看得到，通过后邻居都能看到。')
    const li = await signedIn('李建国')
    await doesNotSee(li, page, '提一个', text)

    const chen = await signedIn('陈晓梅', { size: desk, touch: false })
    await chen.goTo('pages/staff/index')
    await chen.sees('1 条等你看')
    await chen.tap(/^内容审核/)
    await chen.tap(`通过 议题 ${text}`)
    await chen.sees('通过了，现在看得到了')
    await chen.sees('没有等你看的')

    await li.tap('刷新')
    await li.sees(text)
    await zhang.tap('刷新')
    await zhang.sees('还没有人支持 · 我提的')
  })

  test('refused by staff comes back with the reason and the words, and is mended', async () => {
    const [page, text] = [await meetingOf('修车'), '修车加我微信']
    const zhang = await signedIn('张桂兰')
    await proposes(zhang, page, text)
    await zhang.sees('审核中')

    const chen = await signedIn('陈晓梅')
    await chen.goTo('features/safety/queue')
    await chen.tap(`不通过 议题 ${text}`)
    await chen.tap('不通过')
    await chen.sees('请写原因，写的人会看到')
    await chen.tap('写了联系方式')
    await chen.tap('不通过')
    await chen.sees('已告诉写的人，他可以改了再发')

    await zhang.goTo('features/inbox/messages')
    await zhang.tap(/您提的议题没有通过审核/)
    await zhang.sees('原因：写了联系方式。别人看不到。')
    await zhang.tap(`改一改 ${text}`)
    expect(await zhang.page.getByRole('textbox', { name: '想说哪件事' }).inputValue()).toBe(text)
    await zhang.types('想说哪件事', '小区里能不能设修车点')
    await zhang.tap('提出来')
    await zhang.sees('还没有人支持 · 我提的')
    expect(await zhang.reads()).not.toContain(text)
  })

  test('called risky is refused on the spot; what was typed stays, also after a look elsewhere', async () => {
    const page = await meetingOf('副业')
    const zhang = await signedIn('张桂兰')
    await proposes(zhang, page, '刷单返利怎么做')
    await zhang.sees('有些话不适合公开。换个说法再发。你写的内容都在，没有丢')
    await zhang.goTo('pages/me/index')
    await zhang.sees('已核验住户')
    await zhang.goTo(page)
    await zhang.tap('提一个议题')
    expect(await zhang.page.getByRole('textbox', { name: '想说哪件事' }).inputValue()).toBe('刷单返利怎么做')
    await zhang.types('想说哪件事', '怎么防刷单骗局')
    await zhang.tap('提出来')
    await zhang.sees('还没有人支持 · 我提的')
  })

  test('while the check is down is held, and there for all when the timer has asked again', async () => {
    const [page, text] = [await meetingOf('路灯'), '3 号楼的路灯不亮']
    const zhang = await signedIn('张桂兰')
    cloud.faults.set({ safety: { text: 'down' } })
    await proposes(zhang, page, text)
    await zhang.sees('审核中')
    const li = await signedIn('李建国')
    await doesNotSee(li, page, '提一个', text)
    await checkedAfter(cloud, 2)
    await li.tap('刷新')
    await li.sees(text)
  })
})

describe('[P9] [A9] what staff write for everybody', () => {
  test('a notice in doubt waits for the sub-district; refused, it is mended and sent again', async () => {
    const title = '团购大米，报名加我微信'
    const chen = await signedIn('陈晓梅', { size: desk, touch: false })
    await chen.goTo('features/notices/form')
    await chen.types('标题', '代开发票')
    await chen.types('内容', '周六上午在党群服务中心。')
    await chen.tap('发布')
    await chen.sees('有些话不适合公开。换个说法再发。你写的内容都在，没有丢')
    await chen.types('标题', title)
    await chen.tap('发布')
    await chen.sees('提交了，正在审核。通过后首页就能看到')
    await chen.sees('只有工作人员看得到，通过后首页就能看到。')
    await chen.goTo('features/safety/queue')
    await chen.tap(`通过 公示通知 ${title}`)
    await chen.sees('自己和家人的不能自己办')

    const zhou = await signedIn('周敏')
    await zhou.goTo('features/safety/queue')
    await zhou.tap('切换社区')
    await zhou.tap(/^平安里社区/)
    await zhou.sees(title)
    await zhou.tap(`不通过 公示通知 ${title}`)
    await zhou.tap('像是广告')
    await zhou.tap('不通过')
    await zhou.sees('已告诉写的人，他可以改了再发')

    await chen.goTo('features/inbox/messages')
    await chen.tap(/您发的通知没有通过审核/)
    await chen.tap(`改后重发 ${title}`)
    expect(await chen.page.getByRole('textbox', { name: '标题' }).inputValue()).toBe(title)
    await chen.types('标题', '周六上午惠民大米到社区')
    await chen.tap('发布')
    await chen.sees('发布了，首页就能看到')
    const zhang = await signedIn('张桂兰')
    await zhang.goTo('features/notices/list?community=wendeng.tianfu.pinganli')
    await zhang.sees('周六上午惠民大米到社区')
  })
})

test('[M7] what is decided beyond the first page is gone from there', async () => {
  const caller = await cloud.staff('chen')
  const communityId = 'wendeng.tianfu.pinganli'
  for (let n = 1; n <= 22; n += 1)
    await caller.get('notices.publish', { ...said({ title: `团购第 ${n} 批，加我微信` }), communityId })
  const zhou = await signedIn('周敏', { size: desk, touch: false })
  await zhou.goTo('features/safety/queue')
  await zhou.tap('切换社区')
  await zhou.tap(/^平安里社区/)
  await zhou.tap('看更多')
  await zhou.tap('通过 公示通知 团购第 22 批，加我微信')
  await zhou.sees('通过了，现在看得到了')
  await zhou.page.getByText('团购第 22 批').waitFor({ state: 'detached' })
  await zhou.tap('不通过 公示通知 团购第 21 批，加我微信')
  await zhou.tap('像是广告')
  await zhou.tap('不通过')
  await zhou.page.getByText('团购第 21 批').waitFor({ state: 'detached' })
  await zhou.sees('团购第 20 批，加我微信')
})

describe('[A2] a photo of a resident', () => {
  test('is 审核中 for its reporter and the office, hidden from a handler, and there once it has passed', async () => {
    const [li, chen] = [await cloud.resident('li'), await cloud.staff('chen')]
    const photos = [{ photoId: await uploaded(li), takenAt: null }]
    const { id } = await submitted(li, { photos })
    await accepted(chen, { id })
    const handlerId = (await handlerIds(chen))['郭建军'] ?? ''
    const dispatching = { requestId: newRequestId(), caseId: id, version: 2, handlerId, note: '' }
    await chen.get('affairs.dispatch', dispatching)

    const reporter = await signedIn('李建国')
    await reporter.goTo(`features/affairs/case?id=${id}`)
    await reporter.sees('审核中')
    const guo = await signedIn('郭建军')
    await guo.goTo(`features/affairs/staff-case?id=${id}`)
    await guo.sees('有 1 张照片审核中，通过后在这里看得到。')

    await checkedAfter(cloud, 0)
    await cloud.push()
    await guo.tap('刷新')
    await guo.page.getByRole('button', { name: '放大看现场照片' }).waitFor()
    await reporter.tap('刷新')
    await reporter.page.getByText('审核中').waitFor({ state: 'detached' })
  })
})
