import { accepted, alter, changing, handlerIds, submitted } from '../affairs/story'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { pinganli } from '../points/story'
import { loseAnswers } from './lose-answers'
import { choosePhotos } from './choose-photos'
import { newPerson, type Person } from './person'

/** What a browser writes to its console when the network is taken from it. */
const networkErrors = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})

describe('[A2] a resident reports what is broken', () => {
  test('over a bad line: it is sent once, though tapped three times', async () => {
    const title = '三号门的灯不亮'
    const zhang = await newPerson(cloud.url)
    zhang.allowErrors(networkErrors)
    await zhang.signIn('张桂兰')
    await zhang.goTo('pages/affairs/index')
    await zhang.tap(/^随手拍，/)
    await choosePhotos(zhang, 1)
    await zhang.page.getByText('上传中').waitFor({ state: 'detached' })

    await zhang.losesNetwork()
    await choosePhotos(zhang, 2)
    await zhang.sees('未上传')
    await zhang.types('说说发生了什么', title)
    await zhang.tap('公共设施')
    await zhang.tap('提交')
    await zhang.sees(/^未提交，照片没有传完。没有连上网络/)

    await zhang.context.setOffline(false)
    const loss = await loseAnswers(zhang.page, 'submit')
    for (let taps = 0; taps < 3; taps += 1) await zhang.tap(/^再?提交/)
    await zhang.sees(/^刚才提交后没有收到结果/)
    expect(loss.reached).toBeGreaterThan(1)
    await zhang.page.reload()
    await zhang.sees(/^刚才提交后没有收到结果/)
    await loss.end()
    await zhang.tap('再提交一次')
    await zhang.sees('提交好了，已经收到')
    expect(await zhang.reads()).toMatch(/编号 \d{6}-\d{5}/)
    expect(await zhang.reads()).toMatch(/最晚.+受理/)

    const me = await zhang.caller()
    const mine = (await me.get('affairs.mine', {})).cases.filter((one) => one.title === title)
    expect(mine).toHaveLength(1)
    const shown = await me.get('affairs.mineShown', { caseId: mine[0]?.id ?? '' })
    expect(shown).toMatchObject({ identity: 'masked', place: { compound: '平安花园', building: '7 号楼' } })
    expect(shown.photoUrls).toHaveLength(3)
  })
})

describe('[A4] [A8] a case goes its way', () => {
  test('dispatched, answered, not well, done again, well', async () => {
    const title = '东门的凳子坏了'
    const { zhang, number } = await reported(title)
    const chen = await atWork('陈晓梅', '待办', title)
    expect(await chen.reads()).toMatch(/张\*+，住 .*7 号楼 2 单元/)
    expect(await chen.reads()).not.toContain('桂兰')
    await chen.tap('派单')
    await chen.tap(/^郭建军/)
    await chen.sees('现在由 郭建军 办理')

    const guo = await atWork('郭建军', '我的', title)
    await choosePhotos(guo, 1)
    await guo.page.getByText('上传中').waitFor({ state: 'detached' })
    await guo.tap('已修好')
    await guo.tap('发送答复')
    await guo.sees('答复已发给居民')

    await zhang.goTo('features/inbox/messages')
    await zhang.tap(new RegExp(`^未读，您反映的事办好了，编号 ${number}`))
    await zhang.sees('网格员答复')
    await zhang.page.getByRole('img', { name: '答复的照片' }).waitFor()
    await zhang.tap('不满意')
    await zhang.types('哪里没办好', '坐上去还是晃')
    await zhang.tap('提交')
    await zhang.sees('已要求重新办理')
    await zhang.sees('重新办理第 1 次')

    await chen.goTo('features/affairs/queue')
    await chen.tap(new RegExp(`^${title}`))
    await chen.sees('坐上去还是晃')
    await chen.tap('已办好')
    await chen.tap('发送答复')
    await chen.sees('答复已发给居民')

    await zhang.tap('刷新')
    await zhang.tap('满意')
    await zhang.sees('已结束：已解决')
    await zhang.sees('你的评价：满意')
  })
})

test('[A4] a reply that is refused leaves the case accepted, and goes with the next tap', async () => {
  const title = '西门的铁门生锈了'
  await reported(title)
  const chen = await atWork('陈晓梅', '待办', title)
  await chen.tap('已办好')
  await chen.tap('公开给全体居民')
  await chen.types('公开的问题', '代开发票')
  await chen.tap('发送答复')
  await chen.sees(/^公开的问题：有些话不适合公开/)
  await chen.sees('已受理')
  await chen.types('公开的问题', '西门的铁门什么时候修？')
  await chen.tap('发送答复')
  await chen.sees('答复已发给居民')
})

test('[A4] who only handles cases begins at the own ones, and is sent to no list of others', async () => {
  const title = '二号楼的门禁坏了'
  const [li, chen] = [await cloud.resident('li'), await cloud.staff('chen')]
  const { id: caseId } = await submitted(li, { text: title })
  const { 郭建军: handlerId = '' } = await handlerIds(chen)
  await chen.get('affairs.dispatch', { ...changing({ id: caseId }, 1), handlerId, note: '' })
  await alter(cloud, caseId, { dueOn: '2020-01-02', queueKey: `2020-01-02:${caseId}` })
  const guo = await newPerson(cloud.url)
  await guo.signIn('郭建军')
  await guo.goTo('features/affairs/queue')
  await guo.sees(title)
  const parts = await guo.page.getByRole('radio').filter({ visible: true }).allInnerTexts()
  expect(parts).toEqual(['我的', '已办'])
  expect(await guo.reads()).not.toContain('等待中')
})

test('[A2] a draft whose photos lay too long says so, and goes with new ones', async () => {
  const zhang = await newPerson(cloud.url)
  await zhang.signIn('张桂兰')
  await zhang.goTo('features/affairs/report?kind=report')
  await choosePhotos(zhang, 1)
  await zhang.page.getByText('上传中').waitFor({ state: 'detached' })
  await zhang.types('说说发生了什么', '井盖\t松了，走上去会响')
  await zhang.tap('公共设施')
  await photosRemoved()
  await zhang.tap('提交')
  await zhang.sees('未提交。照片放得太久，请重新添加')
  expect(await zhang.page.locator('.field-error').innerText()).toBe('照片放得太久，请重新添加')
  expect(await zhang.page.getByRole('button', { name: /^去掉第/ }).count()).toBe(0)
  await choosePhotos(zhang, 1)
  await zhang.page.getByText('上传中').waitFor({ state: 'detached' })
  expect(await zhang.page.locator('.field-error').count()).toBe(0)
  await zhang.tap('提交')
  await zhang.sees('提交好了，已经收到')
})

test('[A4] a reply whose photo lay too long says so, and goes with another', async () => {
  const title = '楼道的窗户关不上'
  await reported(title)
  const chen = await atWork('陈晓梅', '待办', title)
  await choosePhotos(chen, 1)
  await chen.page.getByText('上传中').waitFor({ state: 'detached' })
  await chen.tap('已办好')
  await photosRemoved()
  await chen.tap('发送答复')
  await chen.sees('还没发送。照片放得太久，请重新添加')
  await choosePhotos(chen, 1)
  await chen.page.getByText('上传中').waitFor({ state: 'detached' })
  await chen.tap('发送答复')
  await chen.sees('答复已发给居民')
})

test('[P6] all messages are read at once, also those beyond the first page', async () => {
  const { zhang } = await reported('信箱的锁坏了')
  const [kase] = (await (await zhang.caller()).get('affairs.mine', {})).cases
  await accepted(await cloud.staff('chen'), kase!)
  const [stored] = await cloud.engine.find({ collection: 'messages', filter: { 'target.id': kase!.id } })
  const { _id, at, memberId } = stored as unknown as { _id: string; at: string; memberId: string }
  const older = Array.from({ length: 30 }, (_, index) => ({
    ...stored,
    _id: `g_${String(index).padStart(22, '0')}`,
    at: new Date(Date.parse(at) - (index + 1) * 1000).toISOString(),
  }))
  await cloud.engine.insert('messages', older as never)
  const once = { replace: false, upsert: false, multi: false }
  const read = { ...once, collection: 'messages', filter: { _id }, change: { $set: { readAt: at } } }
  await cloud.engine.modify(read)
  await cloud.engine.modify({
    ...{ ...once, collection: 'members', filter: { _id: memberId } },
    change: { $set: { unread: 30 } },
  })
  await zhang.goTo('features/inbox/messages')
  await zhang.tap('看更早的')
  await zhang.page
    .getByRole('button', { name: /^未读，/ })
    .nth(29)
    .waitFor()
  await zhang.tap('全部已读')
  await zhang.page.getByText('全部已读').waitFor({ state: 'detached' })
  expect(await zhang.page.getByRole('button', { name: /^未读，/ }).count()).toBe(0)
})

describe('[A1] a suggestion from the box on the wall', () => {
  test('nobody sees who made it, and everybody reads what staff made public', async () => {
    const { compounds } = await cloud.guest().get('affairs.form', { communityId: pinganli })
    const box = compounds.find(({ name }) => name === '平安花园')?.box ?? ''
    const text = '希望在三号门装一个快递柜，我是七号楼的张大妈'
    const zhang = await newPerson(cloud.url)
    await zhang.signIn('张桂兰')
    await zhang.goTo(`features/affairs/report?box=${box}`)
    await zhang.types('你的建议', text)
    await zhang.tap('便民服务')
    await zhang.tap('匿名')
    await zhang.sees(/^看不到你是谁、住哪里/)
    await zhang.tap('提交')
    await zhang.sees('提交好了，已经收到')

    const chen = await atWork('陈晓梅', '待办', '希望在三号门装一个快递柜')
    await chen.sees(/^匿名，不知道是谁/)
    await chen.tap('先登记')
    await chen.tap('公开给全体居民')
    await chen.types('公开的问题', '能不能在三号门装快递柜？')
    await chen.tap('发送答复')
    await chen.sees('已向全体居民公开')

    const guest = await newPerson(cloud.url)
    await guest.goTo('pages/affairs/index')
    await guest.tap(/^邻居们的建议和答复/)
    await guest.tap(/^平安里社区/)
    await guest.sees('能不能在三号门装快递柜？')
    expect(await guest.reads()).not.toContain('张大妈')
  })
})

/** Two days go by, and the job removes what was uploaded and not used. */
async function photosRemoved(): Promise<void> {
  cloud.faults.set({ clockSkewMs: { jobs: 2 * 86_400_000 } })
  await cloud.timer('removeUnusedPhotos')
  cloud.faults.set({ clockSkewMs: { jobs: 4 * 86_400_000 } })
  await cloud.timer('removeUnusedPhotos')
  cloud.faults.clear()
}

/** A report without a photo, sent; and its receipt number. */
async function reported(title: string) {
  const zhang = await newPerson(cloud.url)
  await zhang.signIn('张桂兰')
  await zhang.goTo('features/affairs/report?kind=report')
  await zhang.types('说说发生了什么', title)
  await zhang.tap('公共设施')
  await zhang.tap('提交')
  await zhang.sees('提交好了，已经收到')
  const number = /\d{6}-\d{5}/.exec(await zhang.reads())?.[0] ?? ''
  return { zhang, number }
}

/** Somebody with a duty, in front of one case of the queue. */
async function atWork(name: string, view: string, title: string): Promise<Person> {
  const person = await newPerson(cloud.url, { touch: false })
  await person.signIn(name)
  await person.tap(/^诉求办理/)
  await person.tap(view)
  await person.tap(new RegExp(`^${title}`))
  await person.sees('答复居民')
  return person
}
