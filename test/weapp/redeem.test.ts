import { newItem } from '../points/story'
import { newRequestId, startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone } from './phone'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
  // The first sign-in writes the demo's data.
  await cloud.staff('chen')
})

describe('points in WeChat', () => {
  test('[W1] a guest looks at the goods and is told how to have them', async () => {
    const guest = await newPhone(cloud, 'guest')
    await guest.sees('先随便看看')
    await guest.taps('看全部')
    await guest.sees('纯棉毛巾（2 条）')
    await guest.taps(/^纯棉毛巾/)
    await guest.sees('只有本社区住户可以兑换')
  })

  test('[W1] a resident redeems, a steward verifies by the digits, the statement says why', async () => {
    await newItem(await cloud.staff('chen'), { name: '毛巾' })
    const zhang = await newPhone(cloud, 'zhang')
    await zhang.taps('去兑换')
    await zhang.taps(/^毛巾10分/)
    await zhang.taps('兑换（10 分）')
    await zhang.sees('到「1 号驿站」领取，每天 9:00–17:00')
    await zhang.taps('用 10 分兑换')
    await zhang.sees('兑换成功：毛巾')
    const digits = /^\d{4} \d{4}$/m.exec(await zhang.reads())?.[0].replace(' ', '') ?? ''
    expect(digits).toHaveLength(8)

    const sun = await newPhone(cloud, 'sun')
    await sun.opens('pages/staff/index')
    await sun.taps('核销领取')
    await sun.sees('居民报的 8 位数字')
    await sun.types('00000000')
    await sun.taps('核销')
    await sun.sees('数字对不上')
    await sun.types(digits)
    await sun.taps('核销')
    await sun.sees('核销成功，请交给居民')
    await sun.sees('7 号楼 2 单元')

    // Her page asks again by itself.
    await zhang.sees('已领取')
    await zhang.opens('pages/points/index')
    await zhang.taps(/^兑换毛巾/)
    await zhang.sees('这笔之后还有')
  })

  test('[W1] a code that is scanned counts as the digits do; a scan that is given up changes nothing', async () => {
    const item = await newItem(await cloud.staff('chen'), { name: '香皂' })
    const li = await cloud.resident('li')
    const { id } = await li.get('points.redeem', {
      requestId: newRequestId(),
      itemId: item.id,
      quantity: 1,
    })
    const { code } = await li.get('points.pickupCode', { redemptionId: id })
    const sun = await newPhone(cloud, 'sun')
    await sun.program.mockWxMethod('scanCode', { errMsg: 'scanCode:fail cancel' })
    await sun.opens('features/staff/verify?scan=1')
    await sun.sees('居民报的 8 位数字')
    await sun.program.mockWxMethod('scanCode', { errMsg: 'scanCode:ok', result: code?.steps[0]?.qr })
    await sun.taps('扫一扫')
    await sun.sees('核销成功，请交给居民')
    await sun.sees('香皂')
  })

  test('[W1] a worker closes an item, and a resident is told so', async () => {
    const item = await newItem(await cloud.staff('chen'), { name: '脸盆' })
    const chen = await newPhone(cloud, 'chen')
    await chen.opens('features/staff/items')
    await chen.taps(/^脸盆/)
    await chen.sees('商品资料')
    expect(await chen.where()).toBe('features/staff/item-form')
    await chen.switches()
    await chen.sees('已关闭，换好的照常领取')
    const zhang = await newPhone(cloud, 'zhang')
    await zhang.opens(`features/points/item?id=${item.id}`)
    await zhang.sees('这件商品暂停兑换')
  })
})
