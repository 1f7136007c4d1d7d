import { accept, approve, dutiesAt, hour, invited, later, tianfu, tokenIn } from '../duties/story'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { makeDue } from './duties-cases'
import { newPerson, type Person } from './person'

const desk = { width: 1280, height: 800 }

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.stop())

async function signedIn(name: string, options: Parameters<typeof newPerson>[1] = {}): Promise<Person> {
  const person = await newPerson(cloud.url, options)
  await person.signIn(name)
  return person
}

/** Fills the form in, and takes the link out of the answer that the code on the page is drawn from. */
async function invites(giver: Person, role: string, name: string): Promise<string> {
  await giver.tap('邀请任职')
  await giver.tap(role)
  await giver.types('姓名', name)
  await giver.types('手机号', '13812345678')
  const answered = giver.answerTo('duties.invite')
  await giver.tap('生成邀请码')
  const { link } = await answered
  await giver.page.getByRole('img', { name: '邀请二维码' }).waitFor()
  await giver.sees(/24 小时|前有效，只能用一次/)
  return link
}

const accepts = async (person: Person, link: string, phone = '13812345678') => {
  await person.page.goto(link)
  await person.types('你的手机号', phone)
  await person.tap('接受')
}

describe('[P3] [P4] a duty from the invitation to its end', () => {
  test('invited by the secretary, accepted with the right number, taken away: refused on the next call', async () => {
    const qian = await signedIn('钱红', { size: desk, touch: false })
    await qian.goTo('pages/staff/index')
    await qian.tap(/^任职/)
    await qian.sees('陈晓梅')
    const link = await invites(qian, '网格员', '王芳')

    const wang = await signedIn('王芳')
    await wang.page.goto(link)
    await wang.sees('钱红（平安里社区书记）邀请 王* 担任')
    await accepts(wang, link, '13900000000')
    await wang.sees('不是邀请登记的手机号')
    await wang.sees('还可以试 4 次')
    await wang.types('你的手机号', '13812345678')
    await wang.tap('接受')
    await wang.sees('已接受')
    await wang.tap('去工作')
    await wang.sees(/网格员/)

    await qian.goTo('features/duties/staff')
    await qian.tap('解除 王芳')
    await qian.tap('解除')
    await qian.sees('请写原因，本人会看到')
    await qian.types('原因', '只是帮忙\t一个月')
    await qian.tap('解除')
    await qian.sees('已解除，他现在起不能再办')

    await wang.tap('刷新')
    await wang.sees('你目前没有社区工作。如有误，请联系社区')
    await wang.goTo('features/inbox/messages')
    await wang.tap(/^未读，任职已解除/)
    await wang.sees('你目前没有社区工作。如有误，请联系社区')
  })

  test('the street’s waits for a second person; the giver has no way to be both', async () => {
    const lin = await signedIn('林海')
    await lin.goTo('features/duties/staff?place=wendeng.tianfu')
    await lin.sees('周敏')
    const link = await invites(lin, '街道工作人员', '李建国')
    const li = await signedIn('李建国')
    await li.page.goto(link)
    await li.sees('接受后还要另一位负责人批准才生效。')
    await accepts(li, link)
    await li.sees('已接受，等批准')

    await lin.goTo('features/duties/staff?place=wendeng.tianfu')
    await lin.sees('等批准')
    expect(await lin.page.getByRole('button', { name: '批准 李建国' }).count()).toBe(0)

    const he = await signedIn('何静')
    await he.goTo('features/duties/staff?place=wendeng.tianfu')
    await he.tap('批准 李建国')
    await he.tap('批准')
    await he.sees('已批准，现在起生效')
    await li.goTo('features/inbox/messages')
    await li.tap(/^未读，你已是天福街道工作人员/)
  })

  for (const [how, showAgain] of Object.entries({
    'another tab': (li: Person) => li.tap('我的'),
    'the app again': (li: Person) =>
      li.page.evaluate(() => void window.dispatchEvent(new Event('visibilitychange'))),
  }))
    test(`what is approved while the app is open is at hand for whoever sees ${how}`, async () => {
      const li = await newPerson(cloud.url)
      await li.page.clock.install()
      await li.signIn('李建国')
      await li.sees('我的积分')
      await becomesStreetStaff(li)
      await li.page.clock.fastForward('01:00')
      await showAgain(li)
      await li.tap('工作')
      await li.sees(/街道工作人员/)
    })

  test('who goes from tab to tab is not asked for each time', async () => {
    const li = await signedIn('李建国')
    let asked = 0
    li.page.on('request', (request) => (asked += request.postData()?.includes('"action":"me"') ? 1 : 0))
    await li.sees('我的积分')
    for (const tab of ['我的', '积分', '首页', '我的']) await li.tap(tab)
    await li.sees('已核验住户')
    expect(asked).toBeLessThanOrEqual(1)
  })
})

/** Accepts a duty of the street, which another of the district's staff approves: on no page of this person's. */
const becomesStreetStaff = async (person: Person) => {
  const [lin, he] = [await cloud.staff('lin'), await cloud.staff('he')]
  const token = await invited(lin, { role: 'street_staff', placeId: tianfu, name: '李建国' })
  await accept(await person.caller(), token)
  const waiting = (await dutiesAt(he, tianfu)).find(({ state }) => state === 'waiting')
  await approve(he, waiting?.id ?? '')
}

describe('[P4] an invitation that is worth nothing', () => {
  test('after a day, once used, and taken back: each says why', async () => {
    const qian = await signedIn('钱红')
    await qian.goTo('features/duties/staff')
    const used = await invites(qian, '物业人员', '王芳')
    const wang = await signedIn('王芳')
    await accepts(wang, used)
    await wang.sees('已接受')
    const zhang = await signedIn('张桂兰')
    await zhang.page.goto(used)
    await zhang.sees('这个邀请已经用过')

    await qian.goTo('features/duties/staff')
    const back = await invites(qian, '网格员', '张桂兰')
    await qian.goTo('features/duties/staff')
    await qian.tap('撤回 张桂兰')
    await qian.tap('撤回')
    await qian.sees('已撤回，链接不能再用')
    await zhang.page.goto(back)
    await zhang.sees('邀请已撤回')

    await qian.goTo('features/duties/staff')
    const late = await invites(qian, '网格员', '张桂兰')
    await zhang.page.goto(late)
    await zhang.tap('不接受')
    await zhang.sees('不接受这个邀请？')
    await zhang.tap('再想想')
    later(cloud, 25 * hour)
    await zhang.types('你的手机号', '13812345678')
    await zhang.tap('接受')
    await zhang.sees('邀请过期了')
    expect(tokenIn(late)).not.toBe('')
  })
})

describe('[P3] every quarter', () => {
  test('what is due is confirmed by one tap, from the message that asks', async () => {
    await makeDue(cloud, '陈晓梅')
    const zhou = await signedIn('周敏')
    await zhou.goTo('features/inbox/messages')
    await zhou.tap(/^未读，请确认：陈晓梅还在任吗/)
    await zhou.sees('待确认')
    await zhou.tap('确认在任 陈晓梅')
    await zhou.sees('已确认陈晓梅在任')
  })

  test('what is written is kept when the page is left', async () => {
    const qian = await signedIn('钱红')
    await qian.goTo('features/duties/invite?place=wendeng.tianfu.pinganli')
    await qian.types('姓名', '丁小燕')
    await qian.goTo('pages/staff/index')
    await qian.goTo('features/duties/invite?place=wendeng.tianfu.pinganli')
    expect(await qian.page.getByRole('textbox', { name: '姓名', exact: true }).last().inputValue()).toBe(
      '丁小燕',
    )
  })
})
