import { bounds } from '@contract/desk-bounds'
import { submitted } from '../affairs/story'
import { hour, later, minute, type Opened } from '../desk/story'
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
