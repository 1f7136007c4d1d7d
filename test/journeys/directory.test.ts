import { startTestCloud, type TestCloud } from '../support/cloud'
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
