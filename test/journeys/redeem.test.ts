import { newRequestId, startTestCloud, type TestCloud } from '../support/cloud'
import { liulin, newItem, redeemed } from '../points/story'
import { declare } from '../residency/story'
import { newPerson, withFingerAndMouse, type Person } from './person'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})

describe('a resident redeems an item', () => {
  withFingerAndMouse('shows the code, gets the goods, and the statement says why', async (touch) => {
    const { name, zhang, pickupPage } = await redeemedBy('张桂兰', touch)
    const digits = await digitsOn(zhang)
    expect(digits).toMatch(/^\d{4} \d{4}$/)
    await zhang.page.getByRole('img', { name: '领取二维码' }).waitFor()

    const sun = await newPerson(cloud.url, { touch })
    await sun.signInOnPage('孙立军')
    await sun.tap('核销领取')
    await sun.types('8 位领取数字', digits)
    await sun.tap('核销')
    await sun.sees('核销成功，请交给居民')
    expect(await sun.reads()).toContain('张桂兰')

    // Her page asks again by itself.
    await zhang.sees('已领取')
    expect(zhang.page.url()).toBe(pickupPage)
    await zhang.sees('用了 10 分')

    await zhang.goTo('pages/points/index')
    await zhang.tap(new RegExp(`^兑换 ${name} .*−10 分`))
    await zhang.sees('这笔之后还有')
    await zhang.sees('−10 分')
  })

  withFingerAndMouse('cancels, and has the points back with both lines in the statement', async (touch) => {
    const before = await balanceOf('li')
    const { name, zhang: li } = await redeemedBy('李建国', touch)
    expect(await balanceOf('li')).toBe(before - 10)

    await li.tap('取消兑换，退回积分')
    await li.tap('取消兑换')
    await li.sees('已取消，10 分退回来了')
    await li.sees('10 分已经退回')

    await li.goTo('pages/points/index')
    await li.sees(new RegExp(`^取消兑换，退回：${name}$`))
    await li.sees(new RegExp(`^兑换 ${name}$`))
    await li.sees(new RegExp(`^${before}$`))
    expect(await balanceOf('li')).toBe(before)
  })
})

test('who has moved on since is told the telephone of where the goods lie', async () => {
  const li = await newPerson(cloud.url)
  await li.signIn('李建国')
  const [who, zhao] = [await li.caller(), await cloud.staff('zhao')]
  const { id } = await redeemed(who, (await newItem(await cloud.staff('chen'), { name: '暖水袋' })).id)
  await li.goTo(`features/points/pickup?id=${id}`)
  await li.page.getByRole('button', { name: '打电话给平安里社区，0631-0000101' }).waitFor()
  await who.get('residency.moveOut', { requestId: newRequestId() })
  await declare(who, { communityId: liulin, compound: '柳林苑', building: '5', unit: '1', room: '101' })
  const [asked] = (await zhao.get('residency.requests', { communityId: liulin })).requests
  await zhao.get('residency.verify', { requestId: newRequestId(), residencyId: asked!.id })
  await li.page.reload()
  await li.page.getByRole('button', { name: '打电话给平安里社区，0631-0000101' }).waitFor()
  await li.sees('平安里社区，每天 9:00–17:00')
})

describe('a resident whose points have expired', () => {
  it('reads in the statement what went, and that it went by itself', async () => {
    const twoYears = 750 * 86_400_000
    cloud.faults.set({ clockSkewMs: { jobs: twoYears } })
    expect(await cloud.timer('timeOutRedemptions')).toMatchObject({ ok: true })
    cloud.faults.clear()
    const wang = await newPerson(cloud.url)
    await wang.signIn('王芳')
    await wang.goTo('pages/points/index')
    await wang.tap(/^积分 \d{4} 年 12 月 31 日到期 .*−12 分/)
    await wang.sees('这笔之后还有')
    await wang.sees('−12 分')
  })
})

/** A new item, had by somebody on the way that everybody takes: home, all items, the item, the sheet. */
async function redeemedBy(persona: string, touch: boolean) {
  const name = `毛巾${touch ? '一' : '二'}${persona}`
  await newItem(await cloud.staff('chen'), { name })
  const zhang = await newPerson(cloud.url, { touch })
  await zhang.signIn(persona)
  await zhang.goTo('pages/home/index')
  await zhang.tap('去兑换')
  await zhang.tap(new RegExp(`^${name}`))
  await zhang.tap('兑换（10 分）')
  await zhang.sees('到「1 号驿站」领取，每天 9:00–17:00')
  // By then some of the points may have expired.
  await zhang.sees(/领取，过期自动取消，没到期的积分会退回$/)
  await zhang.tap('用 10 分兑换')
  await zhang.sees(new RegExp(`^兑换成功：${name}`))
  return { name, zhang, pickupPage: zhang.page.url() }
}

const digitsOn = async ({ page }: Person) => (await page.locator('.code-digits').innerText()).trim()

const balanceOf = async (persona: string) =>
  (await (await cloud.resident(persona)).get('points.overview', {})).available
