import { bounds } from '@contract/desk-bounds'
import { changing, handlerIds, storedCase, submitted } from '../affairs/story'
import { hour, later, minute, type Opened } from '../desk/story'
import { pinganli, said } from '../notices/story'
import { refuse, waitingWith } from '../safety/story'
import { takePicture } from '../support/contact-sheet'
import { checkPage } from '../support/check-page'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPerson, type Person } from './person'

jest.setTimeout(180_000)

const desk = { width: 1280, height: 800 }

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.stop())

async function onPhone(name: string): Promise<Person> {
  const person = await newPerson(cloud.url)
  await person.signIn(name)
  return person
}

/** Somebody in front of a web page that shows its QR. @returns them, and what the server said of the page */
async function atTheQr(): Promise<{ person: Person; page: Opened }> {
  const person = await newPerson(cloud.url, { size: desk, touch: false })
  // The browser notes each answer of 401, which here is meant.
  person.allowErrors(/401/)
  const answered = person.answerTo('desk.open')
  await person.goTo('features/desk/sign-in')
  const page = await answered
  await person.page.getByRole('img', { name: '登录二维码' }).waitFor()
  return { person, page }
}

describe('[P3] staff sign in on the web by QR', () => {
  test('scanned, compared, confirmed; ended on the phone, the desk is out on its next step', async () => {
    const { person: web, page } = await atTheQr()
    await takePicture(web.page, '扫码登录 桌面')
    await web.sees(page.number)
    const chen = await onPhone('陈晓梅')
    await chen.page.goto(page.link)
    await chen.sees('在电脑上用你的身份办公？')
    await chen.sees(page.number)
    await chen.sees('Linux 电脑 · Chrome 浏览器')
    await chen.sees(/平安里社区/)
    await chen.sees(/只有你自己在电脑前才确认/)
    await checkPage(chen.page, { elder: false })
    await takePicture(chen.page, '确认登录 手机')
    await web.sees('已扫码，请在手机上确认')
    await takePicture(web.page, '扫码登录 已扫 桌面')
    await chen.tap('确认登录')
    await chen.sees('电脑已登录')
    await takePicture(chen.page, '确认登录 已登录')

    await web.sees('商品管理')
    await takePicture(web.page, '工作 电脑登录 桌面')
    await web.goTo('pages/me/index')
    await web.sees(/自动退出。离开座位前请先退出/)
    expect(await web.reads()).not.toContain('我的住址')
    await takePicture(web.page, '我的 电脑登录 桌面')

    await chen.tap('看看哪些电脑登录着')
    await chen.tap('退出 Linux 电脑 · Chrome 浏览器')
    await chen.sees('没有登录着的电脑')
    await web.goTo('features/affairs/queue')
    await web.sees('选一件事')
    await web.goTo('pages/me/index')
    await web.sees('还没有登录')
  })

  test('left on the web page itself: the token that lay there is worth nothing', async () => {
    const { person: web, page } = await atTheQr()
    const chen = await onPhone('陈晓梅')
    await chen.page.goto(page.link)
    await chen.tap('确认登录')
    await web.sees('商品管理')
    const caller = await web.caller()
    expect(await caller.call('community.me', {})).toMatchObject({ ok: true })
    await web.goTo('pages/me/index')
    await web.tap('退出')
    await web.sees('还没有登录')
    expect(await caller.call('community.me', {})).toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  test('an expired and a re-used QR are refused, a resident is told why, and a refusal reaches the web page', async () => {
    const { person: web, page } = await atTheQr()
    const zhang = await onPhone('张桂兰')
    await zhang.page.goto(page.link)
    await zhang.sees('电脑登录只给工作人员')
    const [chen, sun] = [await onPhone('陈晓梅'), await onPhone('孙立军')]
    await chen.page.goto(page.link)
    await chen.sees('在电脑上用你的身份办公？')
    await sun.page.goto(page.link)
    await sun.sees('这个二维码用过了')
    await chen.tap('拒绝')
    await chen.sees('已经拒绝')
    await web.sees('手机上拒绝了这次登录')
    const again = web.answerTo('desk.open')
    await web.tap('换一张二维码')
    const next = await again
    await web.sees('工作人员，用微信扫一扫')
    later(cloud, bounds.openMinutes * minute + 1000)
    await web.sees('二维码过期了')
    await sun.page.goto(next.link)
    await sun.sees('二维码过期了')
  })

  test('after eight hours the desk is out by itself', async () => {
    const { person: web, page } = await atTheQr()
    const chen = await onPhone('陈晓梅')
    await chen.page.goto(page.link)
    await chen.tap('确认登录')
    await web.sees('商品管理')
    later(cloud, 8 * hour + minute)
    await web.goTo('pages/me/index')
    // The page that is left can be refreshed as well.
    await web.sees(/自动退出/)
    await web.tap('刷新')
    await web.sees('还没有登录')
  })
})

test('[A4] at a desk the queue is worked by keyboard: down, enter, escape', async () => {
  const li = await cloud.resident('li')
  for (const text of ['楼道堆了杂物', '路灯不亮', '井盖松了']) await submitted(li, { text })
  const chen = await newPerson(cloud.url, { size: desk, touch: false })
  await chen.signIn('陈晓梅')
  await chen.goTo('features/affairs/queue')
  await chen.sees('选一件事')
  const { page } = chen
  const focused = () => page.evaluate(() => document.activeElement?.className ?? '')
  const rowAt = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.queue-row')].findIndex((row) => row === document.activeElement),
    )
  await page.locator('.queue-row').first().waitFor()
  await page.keyboard.press('ArrowDown')
  expect(await rowAt()).toBe(0)
  await page.keyboard.press('j')
  expect(await rowAt()).toBe(1)
  await page.keyboard.press('k')
  expect(await rowAt()).toBe(0)
  await takePicture(page, '诉求办理 键盘 桌面')
  await page.keyboard.press('Enter')
  await page.locator('.queue-row.is-on').waitFor()
  expect(await focused()).toContain('desk-column')
  await page.keyboard.press('Escape')
  expect(await rowAt()).toBe(0)
  await page.keyboard.press('Escape')
  await chen.sees('选一件事')
})

describe('[A4] a queue of many pages', () => {
  /** Sixty cases, half of them overdue, and one of everybody's first page. */
  async function manyCases() {
    const [li, chen] = [await cloud.resident('li'), await cloud.staff('chen')]
    const template = await storedCase(cloud, (await submitted(li, { text: '第 0 件' })).id)
    const copies = Array.from({ length: 59 }, (_, index) => {
      const n = String(index + 1).padStart(2, '0')
      const _id = `c_${'x'.repeat(20)}${n}`
      const dueOn = index < 30 ? `2020-01-${n}` : `2099-01-${String(index - 29).padStart(2, '0')}`
      const own = { _id, number: `990101-100${n}`, daySlot: _id, text: `第 ${index + 1} 件`, dueOn }
      return { ...template, ...own, order: `${dueOn}:${_id}`, queueKey: `${dueOn}:${_id}` }
    })
    await cloud.engine.insert('cases', copies as never)
    return { chen, id: (index: number) => copies[index - 1]!._id }
  }

  const row = ({ page }: Person, n: number) => page.getByRole('button', { name: new RegExp(`^第 ${n} 件，`) })

  test('what is overdue on its later pages is not said to be elsewhere', async () => {
    await manyCases()
    const chen = await newPerson(cloud.url, { size: desk, touch: false })
    await chen.signIn('陈晓梅')
    await chen.goTo('features/affairs/queue')
    await chen.sees('第 1 件')
    expect(await chen.reads()).not.toContain('请催一催')
  })

  test.each([
    ['beside it', desk],
    ['on a page of its own', undefined],
  ])('what is dispatched from its third page, %s, is gone from there', async (_where, size) => {
    await manyCases()
    const chen = await newPerson(cloud.url, { size, touch: false })
    await chen.signIn('陈晓梅')
    await chen.goTo('features/affairs/queue')
    for (const n of [21, 41]) {
      await chen.tap('看更多')
      await row(chen, n).waitFor()
    }
    await row(chen, 45).click()
    await chen.tap('派单')
    await chen.tap(/^郭建军/)
    await chen.sees('现在由 郭建军 办理')
    if (!size) await chen.page.goBack()
    await row(chen, 44).waitFor()
    await row(chen, 45).waitFor({ state: 'detached' })
  })

  test('what was loaded stays when cases leave the first page and come to it', async () => {
    const { chen: caller, id } = await manyCases()
    const chen = await newPerson(cloud.url, { size: desk, touch: false })
    await chen.signIn('陈晓梅')
    await chen.goTo('features/affairs/queue')
    for (const n of [21, 41]) {
      await chen.tap('看更多')
      await row(chen, n).waitFor()
    }
    const { 郭建军: handlerId = '' } = await handlerIds(caller)
    await caller.get('affairs.dispatch', { ...changing({ id: id(1) }, 1), handlerId, note: '' })
    await chen.tap('刷新')
    await row(chen, 1).waitFor({ state: 'detached' })
    const counts = (ns: number[]) => Promise.all(ns.map((n) => row(chen, n).count()))
    expect(await counts([2, 20, 21, 22, 41, 45])).toEqual([1, 1, 1, 1, 1, 1])
    const [template] = await cloud.engine.find({ collection: 'cases', filter: { _id: id(2) } })
    const urgent = {
      _id: `c_${'y'.repeat(22)}`,
      number: '990101-2001',
      text: '第 99 件',
      dueOn: '2019-01-01',
    }
    const order = `${urgent.dueOn}:${urgent._id}`
    await cloud.engine.insert('cases', [
      { ...template, ...urgent, daySlot: urgent._id, order, queueKey: order },
    ] as never)
    await chen.tap('刷新')
    await row(chen, 99).waitFor()
    expect(await counts([2, 20, 21, 22, 41, 45])).toEqual([1, 1, 1, 1, 1, 1])
    await chen.tap('看更多')
    await row(chen, 59).waitFor()
    expect(await counts([2, 20, 21, 22, 41, 45])).toEqual([1, 1, 1, 1, 1, 1])
  })

  test('a page that comes after the first has changed leaves none out', async () => {
    const { chen: caller, id } = await manyCases()
    const chen = await newPerson(cloud.url, { size: desk, touch: false })
    await chen.signIn('陈晓梅')
    await chen.goTo('features/affairs/queue')
    await chen.tap('看更多')
    await row(chen, 21).waitFor()
    let goOn = () => {}
    const held = new Promise<void>((resolve) => (goOn = resolve))
    await chen.page.route('**/functions/affairs', async (route) => {
      if (route.request().postData()?.includes('"before"')) await held
      await route.continue()
    })
    const asked = chen.page.waitForRequest((request) => !!request.postData()?.includes('"before"'))
    await chen.tap('看更多')
    await asked
    const { 郭建军: handlerId = '' } = await handlerIds(caller)
    await caller.get('affairs.dispatch', { ...changing({ id: id(1) }, 1), handlerId, note: '' })
    await chen.tap('刷新')
    await row(chen, 1).waitFor({ state: 'detached' })
    const answered = chen.page.waitForResponse((response) =>
      Boolean(response.request().postData()?.includes('"before"')),
    )
    goOn()
    await answered
    await chen.tap('看更多')
    await row(chen, 22).waitFor()
    expect(await row(chen, 21).count()).toBe(1)
  })
})

test('[P9] [P3] what was refused is read and mended at a desk', async () => {
  const title = '团购大米，报名加我微信'
  const [caller, zhou] = [await cloud.staff('chen'), await cloud.staff('zhou')]
  const text = '周六上午在党群服务中心。'
  await caller.get('notices.publish', { ...said({ title, text }), communityId: pinganli })
  await refuse(zhou, await waitingWith(caller, title))
  const { person: web, page } = await atTheQr()
  const chen = await onPhone('陈晓梅')
  await chen.page.goto(page.link)
  await chen.tap('确认登录')
  await web.sees('商品管理')
  await web.goTo('features/notices/manage')
  await web.tap(`看全文 ${title}`)
  await web.sees(text)
  await web.goTo('features/notices/manage')
  await web.tap(`改后重发 ${title}`)
  await web.types('标题', '周六上午惠民大米到社区')
  await web.tap('发布')
  await web.sees('周六上午惠民大米到社区')
})
