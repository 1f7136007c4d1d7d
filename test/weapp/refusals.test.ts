import { jpegWith } from '../affairs/story'
import { newItem } from '../points/story'
import { newMeeting } from '../meetings/story'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone, type Phone } from './phone'

const environment = {
  WX_TEMPLATE_ANSWER: 'tmpl-answer,thing1,time2,thing3',
  WX_TEMPLATE_MEETING: 'tmpl-meeting,thing1,time2,thing3',
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ environment })
  // The first sign-in writes the demo's data.
  await cloud.staff('chen')
})

const report = 'features/affairs/report?kind=report'
const add = /^(拍照或选照片|再加一张)$/

/** With one photo on the phone, which is what WeChat hands over. */
async function phoneWithPhoto(): Promise<Phone> {
  const phone = await newPhone(cloud, 'zhang')
  await phone.program.callWxMethod('setStorageSync', 'file on this phone', jpegWith().toString('base64'))
  await phone.opens(report)
  await phone.sees('说说发生了什么')
  return phone
}

const chosen = { errMsg: 'chooseMedia:ok', type: 'image', tempFiles: [{ tempFilePath: 'wxfile://a.jpg' }] }

describe('a phone that refuses a photo, in WeChat', () => {
  test('[W2] [A2] given up changes nothing; refused by the phone or by WeChat says why, and the report goes on', async () => {
    const { program, ...zhang } = await phoneWithPhoto()
    await program.mockWxMethod('chooseMedia', { errMsg: 'chooseMedia:fail cancel' })
    await zhang.taps(add)
    expect(await zhang.reads()).not.toMatch(/没有允许|没有同意/)
    const refusals: [object, string][] = [
      [{ errMsg: 'chooseMedia:fail auth deny' }, '手机没有允许'],
      [{ errMsg: 'chooseMedia:fail privacy permission is not authorized', errno: 104 }, '你没有同意'],
      [{ errMsg: 'chooseMedia:fail api scope is not declared', errno: 112 }, '这个功能暂时用不了'],
    ]
    for (const [refusal, words] of refusals) {
      await program.mockWxMethod('chooseMedia', refusal)
      await zhang.taps(add)
      await zhang.sees(words)
    }
    await zhang.types('楼梯扶手松了')
    await zhang.taps('公共设施')
    await zhang.taps('提交')
    await zhang.sees('提交好了，已经收到')
    const [mine] = (await (await cloud.resident('zhang')).get('affairs.mine', {})).cases
    const { photoUrls } = await (await cloud.resident('zhang')).get('affairs.mineShown', { caseId: mine!.id })
    expect(photoUrls).toHaveLength(0)
  })

  test('[W2] [P7] the purpose is shown first; who declines goes on without, who agrees is not asked again', async () => {
    const { program, ...zhang } = await phoneWithPhoto()
    await program.mockWxMethod('chooseMedia', chosen)
    const asks = (needAuthorization: boolean) =>
      program.mockWxMethod('getPrivacySetting', {
        errMsg: 'getPrivacySetting:ok',
        needAuthorization,
        privacyContractName: '《近邻隐私保护指引》',
      })
    await asks(true)
    await zhang.taps(add)
    await zhang.sees('先跟你说清楚')
    await zhang.taps('不同意')
    await zhang.sees('你没有同意')
    expect(await zhang.reads()).not.toContain('再加一张')
    await zhang.opens('pages/points/index')
    await zhang.sees('明细')
    await zhang.opens(report)
    await zhang.taps(add)
    await zhang.sees('先跟你说清楚')
    await zhang.agrees()
    await zhang.sees('再加一张')
    // As WeChat answers from then on.
    await asks(false)
    await zhang.taps('再加一张')
    expect(await zhang.reads()).not.toContain('先跟你说清楚')
  })

  test('[W2] [L5] a scan that the phone refuses says so; the digits are there all the same', async () => {
    await newItem(await cloud.staff('chen'), { name: '肥皂' })
    const { program, ...sun } = await newPhone(cloud, 'sun')
    await program.mockWxMethod('scanCode', { errMsg: 'scanCode:fail auth deny' })
    await sun.opens('features/staff/verify?scan=1')
    await sun.sees('手机没有允许')
    await sun.sees('居民报的 8 位数字')
  })
})

describe('a photo in WeChat', () => {
  test('[W1] [A2] is made smaller, kept while it is sent, and in the report', async () => {
    const { program, ...zhang } = await phoneWithPhoto()
    await program.mockWxMethod('chooseMedia', chosen)
    await zhang.taps(add)
    await zhang.sees('再加一张')
    await zhang.taps(add)
    await zhang.types('单元门关不上了')
    await zhang.taps('公共设施')
    await zhang.taps('提交')
    await zhang.sees('提交好了，已经收到')
    const me = await cloud.resident('zhang')
    const mine = (await me.get('affairs.mine', {})).cases.find(({ title }) => title === '单元门关不上了')
    const { photoUrls } = await me.get('affairs.mineShown', { caseId: mine?.id ?? '' })
    // What is missing is told by where: sent without, or sent and not there.
    const [sent] = await cloud.engine.find({ collection: 'cases', filter: { _id: mine?.id }, limit: 1 })
    expect({ sent: sent?.photos, shown: photoUrls, screen: await zhang.reads() }).toMatchObject({
      sent: [expect.anything(), expect.anything()],
      shown: [expect.any(String), expect.any(String)],
    })
    const photo = await fetch(photoUrls[0] ?? '')
    expect(photo.headers.get('content-type')).toBe('image/jpeg')
  })
})

describe('messages through WeChat, asked for inside the tap', () => {
  const credits = async (state = 'open') =>
    (await cloud.engine.find({ collection: 'message_credits', filter: { state }, limit: 100 })).map(
      ({ kind }) => kind,
    )

  const until = async (done: () => Promise<boolean>) => {
    for (let left = 100; left > 0 && !(await done()); left -= 1)
      await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await done()).toBe(true)
  }

  /** Sends a report on a page that knows the templates. */
  async function reports(who: Phone, answer: object, words: string) {
    await who.program.mockWxMethod('requestSubscribeMessage', answer)
    await who.opens(report)
    await who.sees('说说发生了什么')
    await until(async () => cloud.stats.lastCall('inbox') !== undefined)
    await who.types(words)
    await who.taps('公共设施')
    await who.taps('提交')
    await who.sees('提交好了，已经收到')
  }

  test('[W2] [P6] switched off or refused, the report arrives and nothing is kept; accepted, one message may come', async () => {
    const li = await newPhone(cloud, 'li')
    await reports(li, { errMsg: 'requestSubscribeMessage:fail', errCode: 20004 }, '一号门的灯不亮')
    await reports(li, { errMsg: 'requestSubscribeMessage:ok', 'tmpl-answer': 'reject' }, '二号门的灯不亮')
    expect(await credits()).toEqual([])
    await reports(li, { errMsg: 'requestSubscribeMessage:ok', 'tmpl-answer': 'accept' }, '三号门的灯不亮')
    await until(async () => (await credits()).length === 1)
    expect(await credits()).toEqual(['answer'])
  })

  test('[W2] [M1] [P6] signing up asks for news of the meeting; the inbox lets go of what was agreed to', async () => {
    await newMeeting(await cloud.staff('chen'), { title: '电梯加装', capacity: 5 })
    const { program, ...zhang } = await newPhone(cloud, 'zhang')
    await program.mockWxMethod('requestSubscribeMessage', {
      errMsg: 'requestSubscribeMessage:ok',
      'tmpl-meeting': 'accept',
    })
    await zhang.opens('features/meetings/list?community=wendeng.tianfu.pinganli')
    await zhang.taps(/电梯加装/)
    await zhang.sees('报名')
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await zhang.taps('报名')
    await zhang.sees('报名成功，到时候见')
    await until(async () => (await credits()).includes('meeting'))
    await zhang.opens('features/inbox/messages')
    await zhang.sees('还有 1 次没有用')
    await zhang.taps('不用微信提醒')
    await zhang.sees('不再用微信提醒')
    expect(await credits('withdrawn')).toEqual(['meeting'])
  })
})
