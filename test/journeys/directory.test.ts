import { newRequestId, startTestCloud, type TestCloud } from '../support/cloud'
import { newPerson } from './person'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})

test('[P9] a guest finds a number by what it is for, and one tap calls it', async () => {
  const guest = await newPerson(cloud.url)
  await guest.goTo('pages/home/index')
  await guest.tap(/^便民电话/)
  await guest.sees('天福派出所')
  await guest.types('找电话', '血压')
  await guest.sees('柳林卫生站')
  expect(await guest.reads()).not.toContain('天福派出所')
  await guest.tap('打电话给柳林卫生站，0631-0000132')
  // No phone answers in a browser of the tests: the page is still there.
  await guest.sees('柳林卫生站')
})

test('[P9] a worker adds a number of a person, who agreed, puts it first and takes it down', async () => {
  const chen = await newPerson(cloud.url)
  await chen.signIn('陈晓梅')
  await chen.goTo('pages/staff/index')
  await chen.tap(/^便民电话/)
  await chen.tap('加一个')
  await chen.tap('专职联络人')
  await chen.types('名称', '网格联络人 孔令仪')
  await chen.types('电话', '13800000321')
  await chen.tap('添加')
  await chen.sees('先征得本人同意，再打开这里')
  await chen.tap('本人同意公开这个号码')
  await chen.tap('添加')
  await chen.sees('网格联络人 孔令仪')
  await chen.tap('上移 网格联络人 孔令仪')
  const guest = cloud.guest()
  const listed = async () =>
    (await guest.get('directory.list', { communityId: 'wendeng.tianfu.pinganli' })).entries
      .filter(({ kind }) => kind === 'liaison')
      .map(({ name }) => name)
  // It is the first once there is nothing above it.
  await chen.page.getByRole('button', { name: '上移 专职联络人 于静' }).waitFor()
  expect(await listed()).toEqual(['网格联络人 孔令仪', '专职联络人 于静'])
  await chen.tap('撤下 网格联络人 孔令仪')
  await chen.tap('撤下')
  await chen.sees('撤下了，居民看不到了')
  expect(await listed()).toEqual(['专职联络人 于静'])
})

test('[P9] a change beside a colleague’s does not write over it unseen; what was typed stays', async () => {
  const placeId = 'wendeng.tianfu.pinganli'
  const chen = await cloud.staff('chen')
  const fields = { kind: 'service_center' as const, name: '社区服务站', about: '', phone: '0631-1234567' }
  const about = { requestId: newRequestId(), placeId, ...fields, agreed: false }
  await chen.get('directory.add', { ...about, address: '', hours: '' })
  const entryNow = async () => {
    const { entries } = await chen.get('directory.staffEntries', { placeId })
    return entries.find(({ name }) => name === fields.name)!
  }
  const { id: entryId, version } = await entryNow()
  const worker = await newPerson(cloud.url)
  await worker.signIn('陈晓梅')
  await worker.goTo(`features/directory/form?place=${placeId}&id=${entryId}`)
  await worker.sees('修改电话')
  await worker.types('地址（选填）', '平安路 8 号')
  const theirs = { ...about, requestId: newRequestId(), address: '', hours: '周一至周六' }
  await chen.get('directory.edit', { ...theirs, entryId, version })
  await worker.looksAway()
  await worker.tap('保存修改')
  await worker.sees(/^别人刚改过。你改的都还在/)
  await worker.holds('地址（选填）', '平安路 8 号')
  expect(await entryNow()).toMatchObject({ hours: '周一至周六', address: '' })
  await worker.tap('保存修改')
  await worker.sees('存好了，居民看得到')
  expect(await entryNow()).toMatchObject({ hours: '周一至周六', address: '平安路 8 号' })
})
