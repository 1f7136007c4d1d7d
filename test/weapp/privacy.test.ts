import { submitted } from '../affairs/story'
import { reconcile } from '../points/story'
import { runOut } from '../privacy/story'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone } from './phone'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.stop())

test('[W1] [P7] in WeChat somebody asks for a copy and gets links to it', async () => {
  const li = await newPhone(cloud, 'li')
  await li.opens('features/privacy/home')
  await li.taps('要一份副本')
  await li.sees('正在准备，一般几分钟')
  await runOut(cloud, 'buildCopies')
  await li.opens('features/privacy/home')
  await li.sees('准备好了')
  await li.program.mockWxMethod('setClipboardData', { errMsg: 'setClipboardData:ok' })
  await li.taps('复制下载地址')
  await li.sees('地址复制好了，10 分钟内在浏览器里打开')
})

test('[W1] [P7] in WeChat a worker sees a phone for a reason, and the person reads of it', async () => {
  const { id } = await submitted(await cloud.resident('li'), { identity: 'named' })
  const chen = await newPhone(cloud, 'chen')
  await chen.opens(`features/affairs/staff-case?id=${id}`)
  await chen.taps('显示电话')
  await chen.sees('为什么看')
  await chen.taps('显示')
  await chen.sees('请写几个字，本人会看到')
  await chen.taps('不看了')
  await (
    await cloud.staff('chen')
  ).get('privacy.reveal', {
    ...{ requestId: 'request-0123456789', kind: 'case', targetId: id },
    ...{ reason: 'call_back', words: '约上门时间' },
  })
  const li = await newPhone(cloud, 'li')
  await li.opens('features/privacy/home')
  await li.sees('平安里社区 社区工作人员')
  await li.sees(/打电话回复：约上门时间/)
})

test('[W1] [P7] in WeChat somebody deletes the account and is somebody new', async () => {
  const li = await newPhone(cloud, 'li')
  await li.opens('features/privacy/erase')
  await li.sees('会留下的')
  await li.taps('注销账号')
  await li.types('注销')
  await li.taps('注销')
  // Home by itself, once the account is gone: whoever opened a page before that would be taken away from it.
  await li.sees('登记你的住址')
  await runOut(cloud, 'eraseAccounts')
  await li.opens('pages/points/index')
  await li.sees('你还没有登记为住户')
  expect(await reconcile(cloud)).toMatchObject({ finished: true, differences: [] })
})
