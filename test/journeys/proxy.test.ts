import { startTestCloud, type TestCloud } from '../support/cloud'
import { change, end, idOf, minute, moveTo, object, started } from '../proxy/story'
import { choosePhotos } from './choose-photos'
import { newPerson, type Person } from './person'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.stop())

async function signedIn(name: string, options = {}): Promise<Person> {
  const person = await newPerson(cloud.url, options)
  await person.signIn(name)
  return person
}

const bar = /正在为 张\*\* 代办 · 还有 \d+ 分钟/

/** 陈晓梅 begins to act for 张桂兰, 7 号楼 2 单元 301. */
async function begins(helper: Person) {
  await helper.goTo('pages/staff/index')
  await helper.tap(/^替居民代办/)
  await helper.types('楼栋', '7号楼')
  await helper.types('单元', '2')
  await helper.types('房号', '301')
  await helper.tap('找人')
  await helper.tap('张**')
  await helper.tap('开始代办')
  await helper.sees('请选为什么代办，和本人怎么同意的')
  await helper.tap('看不清屏幕')
  await helper.tap('当面说好')
  await helper.tap('开始代办')
  await helper.sees(bar)
}

test('[P8] a worker acts for an elder: the bar is on each page, and the elder reads what was done and confirms', async () => {
  const chen = await signedIn('陈晓梅')
  await begins(chen)
  // The helper sees what the elder would see, and none of the own duties.
  expect(await chen.page.getByRole('tab', { name: '工作' }).filter({ visible: true }).count()).toBe(0)
  for (const page of ['pages/home/index', 'pages/affairs/index', 'pages/points/index', 'pages/me/index'])
    await chen.goTo(page).then(() => chen.sees(bar))
  for (const page of ['features/points/redemptions', 'features/inbox/messages', 'features/proxy/start'])
    await chen.goTo(page).then(() => chen.sees(bar))
  await chen.goTo('features/inbox/messages')
  await chen.sees('这件事不能代办')
  await chen.page.reload()
  await chen.sees(bar)

  await chen.goTo('features/affairs/report?kind=report')
  await chen.sees('以什么名义')
  expect(await chen.reads()).not.toContain('匿名')
  const { session } = await (await chen.caller()).get('proxy.current', {})
  const helper = (await chen.caller()).onBehalf(session?.id)
  const { meetings } = await helper.get('meetings.upcoming', { communityId: session!.communityId })
  const meeting = meetings.find(({ gate, mine }) => gate === 'seat' && mine === null)
  await chen.goTo(`features/meetings/meeting?id=${meeting?.id}`)
  await chen.tap('报名')
  await chen.sees('社区工作者陈** 代办报名')
  await chen.tap('结束代办')
  await chen.sees('代办结束了')
  expect(await chen.reads()).not.toMatch(bar)

  const zhang = await signedIn('张桂兰', { mode: 'elder' })
  await zhang.goTo('features/inbox/messages')
  await zhang.tap(/^未读，社区工作者陈\*\*帮你办完了，请确认/)
  await zhang.sees('报名会议')
  await zhang.sees('等你确认')
  await zhang.tap('确认')
  await zhang.sees('已确认')
})

test('[P8] an elder objects, the secretary answers, and the elder reads it', async () => {
  const chen = await cloud.staff('chen')
  const proxyId = await started(chen, await idOf(cloud, '张桂兰'))
  await end(chen, proxyId)
  const zhang = await signedIn('张桂兰')
  await zhang.goTo('pages/me/index')
  await zhang.tap(/^代办记录/)
  await zhang.tap('不是我同意的')
  await zhang.tap('没有跟我说过')
  await zhang.tap('告诉社区')
  await zhang.sees('等社区答复')

  const qian = await signedIn('钱红', { size: { width: 1280, height: 800 }, touch: false })
  await qian.goTo('features/inbox/messages')
  await qian.tap(/^未读，张\*\*说有一次代办不是本人同意的/)
  await qian.sees('本人说：没有跟我说过')
  await qian.tap('答复')
  await qian.sees('请写怎么处理的')
  await qian.types('怎么处理的', '已当面道歉\n下次先打电话')
  await qian.tap('答复')
  await qian.sees('没有等答复的')

  await zhang.goTo('features/inbox/messages')
  await zhang.tap(/^未读，社区答复了你对代办的意见/)
  await zhang.sees('社区答复：已当面道歉 下次先打电话')
})

test('[P8] the helper’s own drafts wait out of sight, and none of the elder’s stays on the phone', async () => {
  const chen = await signedIn('陈晓梅')
  await chen.goTo('features/directory/form')
  await chen.types('名称', '写了一半的电话')
  await begins(chen)
  // The app leads home by itself: whoever goes on before that would be taken away again.
  await chen.page.waitForURL(({ hash }) => hash.includes('pages/home'))
  await chen.goTo('features/affairs/report?kind=report')
  await chen.types('说说发生了什么', '奶奶家的灯坏了')
  await chen.losesNetwork()
  await choosePhotos(chen, 1)
  expect(await chen.page.evaluate(keptNames)).toContainEqual(expect.stringMatching(/^draft\.own\.photo\./))
  await chen.context.setOffline(false)
  await chen.tap('结束代办')
  await chen.sees('代办结束了')
  expect(await chen.page.evaluate(keptNames)).toEqual([expect.stringMatching(/^draft\.own\.directory\./)])
  await chen.goTo('features/directory/form')
  expect(await chen.page.getByRole('textbox', { name: '名称', exact: true }).inputValue()).toBe(
    '写了一半的电话',
  )
})

test('[P8] what is over ends on the screen: the elder said no, or the duty is gone', async () => {
  const chen = await signedIn('陈晓梅')
  await begins(chen)
  const { session } = await (await chen.caller()).get('proxy.current', {})
  await object(await cloud.resident('zhang'), session!.id)
  await chen.goTo('pages/points/index')
  await chen.sees('代办结束了')
  await chen.sees('你还没有登记为住户')
  expect(await chen.reads()).not.toMatch(bar)
  await begins(chen)
  const past = new Date(Date.now() - minute).toISOString()
  await change(cloud, await idOf(cloud, '陈晓梅'), { 'appointments.0.until': past })
  await chen.goTo('pages/affairs/index')
  await chen.sees('代办结束了')
})

test('[P8] a helper finds nobody of another community, and a family nobody but itself', async () => {
  const zhao = await signedIn('赵国庆')
  await zhao.goTo('features/proxy/start?as=staff')
  await zhao.types('楼栋', '7')
  await zhao.types('单元', '2')
  await zhao.types('房号', '301')
  await zhao.tap('找人')
  await zhao.sees('这一户还没有人登记')

  const li = await signedIn('李建国')
  await li.goTo('features/proxy/start')
  await li.sees('这一户只登记了你')
  await moveTo(cloud, await idOf(cloud, '李建国'), { building: '7', unit: '2', room: '301' })
  await li.page.reload()
  await li.tap('张**')
  await li.tap('怕点错')
  await li.tap('电话里说好')
  await li.tap('开始代办')
  await li.sees(bar)
  await li.goTo('features/proxy/start')
  await li.sees('办完点上面的「结束」，再替下一位办。')
})

test('[P8] the elder’s home has at most six large entries, one of them to call the community, and a way to be helped', async () => {
  for (const name of ['张桂兰', '访客']) {
    const person = await signedIn(name, { mode: 'elder' })
    await person.goTo('pages/home/index')
    await person.sees('打给社区')
    const entries = person.page.locator('.elder-entry').filter({ visible: true })
    const boxes = await entries.evaluateAll((found) =>
      found.map((one) => ({
        height: one.getBoundingClientRect().height,
        points: (parseFloat(getComputedStyle(one).fontSize) * 3) / 4,
      })),
    )
    expect(boxes.length).toBeGreaterThanOrEqual(4)
    expect(boxes.length).toBeLessThanOrEqual(6)
    for (const { height, points } of boxes) {
      expect(height).toBeGreaterThanOrEqual(60)
      expect(points).toBeGreaterThanOrEqual(18)
    }
  }
  const zhang = await signedIn('张桂兰', { mode: 'elder' })
  await zhang.goTo('pages/home/index')
  await zhang.tap(/^找人代办/)
  await zhang.sees('当面或打电话，请家人、社区工作者替你办。')
})

/** Under which names the pages keep drafts (src/services/drafts.ts). */
const keptNames = () => Object.keys(localStorage).filter((name) => name.startsWith('draft.'))
