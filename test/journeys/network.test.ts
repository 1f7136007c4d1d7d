import { limits } from '@contract/limits'
import { newRequestId, startTestCloud, type TestCloud } from '../support/cloud'
import { codesOf, newItem, pinganli, redeemed, verify } from '../points/story'
import { loseAnswers } from './lose-answers'
import { newPerson, withFingerAndMouse } from './person'

/** What a browser writes to its console when the network is taken from it. */
const networkErrors = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/

/** And where a page's code is not had. */
const lostCode = /ERR_INTERNET_DISCONNECTED|ChunkLoadError|CSS_CHUNK|CSS chunk/

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})

describe('without a network', () => {
  withFingerAndMouse('a page says so, keeps what it had, and goes on by itself', async (touch) => {
    const chen = await cloud.staff('chen')
    const [seen, unseen] = [
      await newItem(chen, { name: '看过的碗' }),
      await newItem(chen, { name: '没看过的碗' }),
    ]
    const zhang = await newPerson(cloud.url, { touch })
    zhang.allowErrors(networkErrors)
    await zhang.signIn('张桂兰')
    await zhang.goTo(`features/points/item?id=${seen.id}`)
    // 首页 shows it as well: this is on its own page alone.
    await zhang.sees('领取地点')
    await zhang.sees('看过的碗')
    await zhang.losesNetwork()
    await zhang.tap('刷新')
    await zhang.sees('没有连上网络，下面是上次看到的内容')
    await zhang.sees('看过的碗')
    await zhang.goTo(`features/points/item?id=${unseen.id}`)
    await zhang.sees('没有连上网络')
    await zhang.sees(/看看手机网络，连上后再试/)
    await zhang.context.setOffline(false)
    await zhang.sees('没看过的碗')
  })

  test('a page that was never opened says so, and opens once the network is back', async () => {
    const zhang = await newPerson(cloud.url)
    zhang.allowErrors(lostCode)
    await zhang.signIn('张桂兰')
    await zhang.goTo('pages/me/index')
    await zhang.sees('已核验住户')
    await zhang.losesNetwork()
    await zhang.goTo('features/affairs/report?kind=report')
    await zhang.sees('页面没有打开。网络好了会自动打开')
    await zhang.sees('已核验住户')
    await zhang.context.setOffline(false)
    await zhang.sees('说说发生了什么')
  })

  test('whose next page cannot come stays where he is, also by the address, and may go elsewhere', async () => {
    const zhang = await newPerson(cloud.url)
    zhang.allowErrors(lostCode)
    await zhang.signIn('张桂兰')
    await zhang.tap('积分')
    await zhang.tap('兑换商品')
    await zhang.sees('积分商品')
    const stands = zhang.page.url()
    await zhang.losesNetwork()
    await zhang.tap('我的兑换')
    await zhang.sees('页面没有打开。网络好了会自动打开')
    await zhang.page.waitForURL(stands)
    await zhang.sees('积分商品')
    await zhang.tap('返回')
    await zhang.sees('兑换商品')
    await zhang.page.waitForURL(/pages\/points\/index/)
    const server = zhang.page.waitForResponse('**/v1/functions/**')
    await zhang.context.setOffline(false)
    await server
    await zhang.page.waitForTimeout(1_000)
    await zhang.sees('兑换商品')
    expect(zhang.page.url()).toMatch(/pages\/points\/index/)
  })

  test('a tab that cannot come leaves the one that stands, and comes with the network', async () => {
    const zhang = await newPerson(cloud.url)
    zhang.allowErrors(lostCode)
    await zhang.signIn('张桂兰')
    await zhang.sees('我的积分')
    const stands = zhang.page.url()
    await zhang.losesNetwork()
    await zhang.tap('诉求')
    await zhang.sees('页面没有打开。网络好了会自动打开')
    expect(zhang.page.url()).toBe(stands)
    await zhang.context.setOffline(false)
    await zhang.sees('我的诉求')
  })

  test('who began without one is known as soon as it is back', async () => {
    const zhang = await newPerson(cloud.url)
    zhang.allowErrors(networkErrors)
    await zhang.page.route('**/v1/functions/community', (route) => route.abort('internetdisconnected'))
    await zhang.signIn('张桂兰')
    await zhang.goTo('pages/me/index')
    await zhang.sees('还没收到结果')
    await zhang.page.unroute('**/v1/functions/community')
    await zhang.losesNetwork()
    await zhang.context.setOffline(false)
    await zhang.sees('已核验住户')
  })

  withFingerAndMouse('what was typed into a form survives, also a reload', async (touch) => {
    const name = touch ? '搪瓷杯一' : '搪瓷杯二'
    const chen = await newPerson(cloud.url, { touch })
    chen.allowErrors(networkErrors)
    await chen.signIn('陈晓梅')
    await chen.goTo('features/staff/item-form')
    await chen.types('名称', name)
    await chen.types('所需积分', '25')
    await chen.types('库存', '6')
    await chen.types('领取地点', '1 号驿站')
    await chen.types('领取时间', '每天 9:00–11:30')
    await chen.losesNetwork()
    await chen.tap('添加商品')
    await chen.sees(/没有连上网络。看看手机网络，连上后再试。你填的内容都在/)
    await chen.context.setOffline(false)
    await chen.page.reload()
    await chen.sees('新商品')
    expect(await chen.page.getByRole('textbox', { name: '名称', exact: true }).inputValue()).toBe(name)
    await chen.tap('添加商品')
    await chen.sees('修改商品')
  })
})

describe('a page whose code is not on the server any more', () => {
  /** Sees 积分, and the piece of code that is asked for next is not there, so many times. */
  async function missing(times: number) {
    const zhang = await newPerson(cloud.url)
    zhang.allowErrors(/404|ChunkLoadError|CSS_CHUNK|CSS chunk/)
    await zhang.signIn('张桂兰')
    await zhang.tap('积分')
    await zhang.sees('兑换商品')
    let piece = ''
    let loads = 0
    await zhang.page.route('**/js/*.js', (route) => {
      piece ||= route.request().url()
      const isGone = route.request().url() === piece && times-- > 0
      return isGone ? route.fulfill({ status: 404 }) : route.continue()
    })
    zhang.page.on('load', () => (loads += 1))
    return { zhang, loads: () => loads }
  }

  test('opens with the new version’s, at its own address', async () => {
    const { zhang, loads } = await missing(1)
    await zhang.tap('兑换商品')
    await zhang.sees('积分商品')
    expect(zhang.page.url()).toMatch(/features\/points\/items/)
    expect(loads()).toBe(1)
  })

  test('is not asked for again and again: 首页 stands instead', async () => {
    const { zhang, loads } = await missing(1_000)
    await zhang.tap('兑换商品')
    await zhang.sees('我的积分')
    expect(zhang.page.url()).toMatch(/pages\/home\/index/)
    expect(loads()).toBe(1)
    await zhang.tap('积分')
    const stands = zhang.page.url()
    await zhang.tap('兑换商品')
    await zhang.sees('页面没有打开。过一会儿再试')
    await zhang.page.waitForURL(stands)
    expect(loads()).toBe(1)
  })
})

describe('an answer that is lost on its way', () => {
  withFingerAndMouse('however often somebody taps, it is one redemption', async (touch) => {
    const { id, name } = await newItem(await cloud.staff('chen'), { name: touch ? '汤勺一' : '汤勺二' })
    const li = await newPerson(cloud.url, { touch })
    li.allowErrors(networkErrors)
    await li.signIn('李建国')
    await li.goTo(`features/points/item?id=${id}`)
    await li.tap('兑换（10 分）')
    const loss = await loseAnswers(li.page, 'redeem')
    for (let taps = 0; taps < 3; taps += 1) await li.tap(/^用 10 分兑换/)
    await li.sees(/^还没收到结果.*再点一次就好，不会重复办理$/)
    expect(loss.reached).toBeGreaterThan(1)
    await loss.end()
    await li.tap('用 10 分兑换')
    await li.sees(new RegExp(`^兑换成功：${name}`))

    const { redemptions } = await (await li.caller()).get('points.redemptions', {})
    expect(redemptions.filter(({ itemName }) => itemName === name)).toHaveLength(1)
    const item = await (await li.caller()).get('points.item', { itemId: id })
    expect(item.item.left).toBe(19)
  })

  withFingerAndMouse('what was wished is sent again as it was, not what is left of it', async (touch) => {
    const name = touch ? '饭盒一' : '饭盒二'
    const { id } = await newItem(await cloud.staff('chen'), { name, limitPerPerson: 5 })
    const li = await newPerson(cloud.url, { touch })
    li.allowErrors(networkErrors)
    await li.signIn('李建国')
    await li.goTo(`features/points/item?id=${id}`)
    await li.tap('兑换（10 分）')
    await li.tap('数量加一')
    await li.tap('数量加一')
    const loss = await loseAnswers(li.page, 'redeem')
    await li.tap('用 30 分兑换')
    await li.sees(/^还没收到结果/)
    await li.tap('关闭')
    await li.tap('刷新')
    await li.sees('剩 17 份')
    // Also after the page was opened again.
    await li.page.reload()
    await li.tap('兑换（10 分）')
    await li.sees('等结果，先不改')
    await li.sees('3 份')
    expect(await li.page.getByRole('button', { name: '数量加一' }).count()).toBe(0)
    await loss.end()
    await li.tap('用 30 分兑换')
    await li.sees(`兑换成功：${name} × 3`)
    const { redemptions } = await (await li.caller()).get('points.redemptions', {})
    expect(redemptions.filter(({ itemId }) => itemId === id)).toMatchObject([{ quantity: 3 }])
  })

  withFingerAndMouse('a code that was scanned is kept until it is known what became of it', async (touch) => {
    const chen = await cloud.staff('chen')
    const wang = await cloud.resident('zhang')
    const { id } = await redeemed(wang, (await newItem(chen, { name: '雨伞' })).id)
    const { qr } = await codesOf(wang, id)
    const sun = await newPerson(cloud.url, { touch })
    sun.allowErrors(networkErrors)
    await sun.signIn('孙立军')
    await sun.goTo('features/staff/verify')
    const loss = await loseAnswers(sun.page, 'verifyPickup')
    await sun.types('8 位领取数字', qr)
    await sun.tap('核销')
    await sun.sees('还没收到结果')
    await loss.end()
    await sun.tap('再试一次')
    await sun.sees('核销成功，请交给居民')
  })

  test('a code that is scanned afresh is the same request, also on a page that was opened anew', async () => {
    const zhang = await cloud.resident('zhang')
    const { id } = await redeemed(zhang, (await newItem(await cloud.staff('chen'), { name: '水壶' })).id)
    const sun = await newPerson(cloud.url)
    sun.allowErrors(networkErrors)
    await sun.signIn('孙立军')
    await sun.goTo('features/staff/verify')
    const { code } = await zhang.get('points.pickupCode', { redemptionId: id })
    const scans = async (step: number) => {
      await sun.types('8 位领取数字', code?.steps[step]?.qr ?? '')
      await sun.tap('核销')
    }
    const loss = await loseAnswers(sun.page, 'verifyPickup')
    await scans(0)
    await sun.sees('还没收到结果')
    await loss.end()
    await sun.page.reload()
    cloud.faults.set({ clockSkewMs: { points: limits.pickup.stepSeconds * 1000 } })
    await scans(1)
    await sun.sees('核销成功，请交给居民')
    cloud.faults.clear()
  })

  test('as many more, hours later, are as many more', async () => {
    const { id } = await newItem(await cloud.staff('chen'), { name: '台灯' })
    const chen = await newPerson(cloud.url)
    chen.allowErrors(networkErrors)
    await chen.signIn('陈晓梅')
    await chen.goTo(`features/staff/item-form?id=${id}`)
    await chen.types('补货或减少', '10')
    const loss = await loseAnswers(chen.page, 'restockItem')
    await chen.tap('增加')
    await chen.sees(/^还没收到结果/)
    await loss.end()
    await chen.page.reload()
    await chen.types('补货或减少', '10')
    const second = await loseAnswers(chen.page, 'restockItem')
    await chen.tap('增加')
    await chen.sees(/^还没收到结果/)
    await second.end()
    // What is in the field was sent: the network that came back shows more, and it is still the same wish.
    await chen.page.evaluate(() => window.dispatchEvent(new Event('online')))
    await chen.sees('40')
    await chen.tap('增加')
    await chen.sees('已增加 10 份，现在还能换 40 份')
  })

  test('what somebody turned back meanwhile is turned again', async () => {
    const worker = await cloud.staff('chen')
    const { id } = await newItem(worker, { name: '插座' })
    const chen = await newPerson(cloud.url)
    chen.allowErrors(networkErrors)
    await chen.signIn('陈晓梅')
    await chen.goTo(`features/staff/item-form?id=${id}`)
    const loss = await loseAnswers(chen.page, 'closeItem')
    await chen.tap('开放兑换')
    await chen.sees(/^还没收到结果/)
    await loss.end()
    await worker.get('points.openItem', { requestId: newRequestId(), itemId: id })
    await chen.tap('开放兑换')
    await chen.sees('已关闭，换好的照常领取')
    const { items } = await worker.get('points.staffItems', { communityId: pinganli })
    expect(items.find((item) => item.id === id)?.state).toBe('closed')
  })
})

describe('a page that asks again by itself', () => {
  test('shows what happened although each answer takes longer than the pause between two questions', async () => {
    const chen = await cloud.staff('chen')
    const owner = await cloud.resident('zhang')
    const { id } = await redeemed(owner, (await newItem(chen, { name: '手套' })).id)
    const zhang = await newPerson(cloud.url)
    await zhang.signIn('张桂兰')
    await zhang.goTo(`features/points/pickup?id=${id}`)
    await zhang.page.getByRole('img', { name: '领取二维码' }).waitFor()
    await zhang.page.route('**/v1/functions/points', async (route) => {
      const response = await route.fetch()
      await pause(slowMs)
      await route.fulfill({ response }).catch(() => undefined)
    })
    await verify(chen, (await codesOf(owner, id)).digits)
    await zhang.sees('已领取')
  })

  test('does not show a code as good because the page was opened again without a network', async () => {
    const owner = await cloud.resident('zhang')
    const { id } = await redeemed(owner, (await newItem(await cloud.staff('chen'), { name: '围裙' })).id)
    const zhang = await newPerson(cloud.url)
    await zhang.page.clock.install()
    await zhang.signIn('张桂兰')
    await zhang.goTo(`features/points/pickup?id=${id}`)
    await zhang.page.getByRole('img', { name: '领取二维码' }).waitFor()
    await zhang.losesNetwork()
    await zhang.page.goBack()
    await zhang.sees('我的')
    await zhang.page.clock.fastForward('30:00')
    await zhang.page.goForward()
    await zhang.sees('二维码要联网才能更新')
  })
})

/** Longer than a page waits before it asks again (src/services/use-polling.ts). */
const slowMs = 5_500

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
