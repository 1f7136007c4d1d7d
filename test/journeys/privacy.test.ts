import { readFileSync } from 'node:fs'
import { submitted } from '../affairs/story'
import { unzip } from '../../cloudfunctions/imports/zip'
import { reconcile } from '../points/story'
import { runOut } from '../privacy/story'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPerson, type Person } from './person'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.stop())

async function signedIn(name: string): Promise<Person> {
  const person = await newPerson(cloud.url)
  await person.signIn(name)
  return person
}

test('[P7] somebody asks for a copy of all that is kept, fetches it and finds it there', async () => {
  const li = await signedIn('李建国')
  await li.goTo('pages/me/index')
  await li.tap('隐私')
  await li.tap('要一份副本')
  await li.sees('正在准备，一般几分钟')
  await runOut(cloud, 'buildCopies')
  await li.goTo('pages/home/index')
  await li.goTo('features/privacy/home')
  await li.sees('准备好了')
  const downloading = li.page.waitForEvent('download')
  await li.tap('下载')
  const file = await (await downloading).path()
  const files = unzip(readFileSync(file))
  expect(String(files?.get('我的账号.json'))).toContain('李建国')
  expect(String(files?.get('说明.txt'))).toContain('积分明细.json')
})

test('[P7] a worker sees a name and a phone for a reason, and the person reads of it', async () => {
  const { id } = await submitted(await cloud.resident('li'), { identity: 'named' })
  const chen = await signedIn('陈晓梅')
  await chen.goTo(`features/affairs/staff-case?id=${id}`)
  await chen.tap('显示电话 李建国')
  await chen.tap('显示')
  await chen.sees('请写几个字，本人会看到')
  await chen.types('写几个字', '约周三\t上门看漏水')
  await chen.tap('显示')
  await chen.sees('只显示这一次。今天还可以看 49 次。')
  await chen.tap('看好了')
  const li = await signedIn('李建国')
  await li.goTo('features/privacy/home')
  await li.sees('平安里社区 社区工作人员')
  await li.sees(/打电话回复：约周三 上门看漏水/)
  expect(await li.reads()).not.toContain('陈晓梅')
  const qian = await signedIn('钱红')
  await qian.goTo('pages/staff/index')
  await qian.tap(/^操作记录/)
  await qian.sees('查看姓名电话')
  await qian.sees('陈晓梅 → 李**')
  await qian.tap('看谁看过李**')
  await qian.sees('和李**有关的')
})

test('[P7] somebody deletes the account, comes back as somebody new, and the ledger proves clean', async () => {
  const li = await signedIn('李建国')
  await li.goTo('features/privacy/erase')
  await li.sees('会留下的')
  await li.tap('注销账号')
  await li.tap('注销')
  await li.sees('请打“注销”两个字')
  await li.types('打“注销”两个字', '注销')
  await li.tap('注销')
  await li.sees(/先随便看看|登录/)
  await runOut(cloud, 'eraseAccounts')
  await li.signIn('李建国')
  await li.goTo('pages/points/index')
  await li.sees('你还没有登记为住户')
  expect(await reconcile(cloud)).toMatchObject({ finished: true, differences: [] })
})
