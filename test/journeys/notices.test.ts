import { checkedAfter } from '../safety/story'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { choosePhotos } from './choose-photos'
import { newPerson, type Person } from './person'

const desk = { size: { width: 1280, height: 800 }, touch: false }
const pinganli = 'wendeng.tianfu.pinganli'
const liulin = 'wendeng.tianfu.liulin'

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

test('[P9] a notice with photos: its words are there at once, its photos when they have passed', async () => {
  const chen = await signedIn('陈晓梅')
  await chen.goTo('features/notices/form')
  await chen.types('标题', '健身角完工了')
  await chen.types('内容', '东门健身角今天开放，照片是完工的样子。')
  await choosePhotos(chen, 2)
  await chen.page.getByText('上传中').waitFor({ state: 'detached' })
  await chen.tap('发布')
  await chen.sees('2 张照片审核中')

  const reader = await newPerson(cloud.url)
  await reader.goTo(`features/notices/list?community=${pinganli}`)
  await reader.tap(/健身角完工了/)
  await reader.sees(/^东门健身角今天开放/)
  expect(await reader.page.getByRole('button', { name: /^放大看/ }).count()).toBe(0)

  await checkedAfter(cloud, 0)
  await cloud.push()
  await reader.page.reload()
  await reader.tap('放大看通知照片 1')
  await reader.sees('1 / 2')
  await reader.tap('下一张')
  await reader.sees('2 / 2')
})

test('[P9] a street tells all its communities at once, and only itself can take it down', async () => {
  const zhou = await signedIn('周敏', desk)
  await zhou.goTo('pages/staff/index')
  await zhou.tap(/^公示通知/)
  await zhou.sees('还没有发过')
  await zhou.tap('发一条')
  await zhou.sees(/^发给天福街道所有社区的居民/)
  await zhou.types('标题', '台风天请关好门窗')
  await zhou.types('内容', '明天下午起有大风，阳台的花盆请收进屋。')
  await zhou.tap('发布')
  await zhou.sees('台风天请关好门窗')

  for (const [who, communityId] of [
    ['张桂兰', pinganli],
    ['刘秀英', liulin],
  ] as const) {
    const resident = await signedIn(who)
    await resident.goTo('pages/home/index')
    await resident.sees('台风天请关好门窗')
    await resident.goTo(`features/notices/list?community=${communityId}`)
    await resident.tap(/台风天请关好门窗/)
    await resident.sees(/^街道 .*发布/)
  }
  await zhou.tap('看过多少 台风天请关好门窗')
  await zhou.sees('人看过')
  await zhou.page.keyboard.press('Escape')

  const chen = await signedIn('陈晓梅', desk)
  await chen.goTo('features/notices/manage')
  await chen.sees(/^周六上午停水检修/)
  expect(await chen.reads()).not.toContain('台风天')
  await zhou.tap('撤下 台风天请关好门窗')
  await zhou.types('原因', '台风\t改道了')
  await zhou.tap('撤下')
  await zhou.sees('已撤下')
})

test('[P9] a notice for some buildings is written by choosing them', async () => {
  const chen = await signedIn('陈晓梅')
  await chen.goTo('features/notices/form')
  await chen.types('标题', '七号楼电梯检修')
  await chen.types('内容', '周三上午检修，请走楼梯。')
  await chen.tap('部分楼栋')
  await chen.tap('发布')
  await chen.sees('请选楼栋')
  await chen.types('找楼栋', '七号楼')
  await chen.tap('7 号楼')
  await chen.sees('选了 1 栋')
  await chen.tap('发布')
  await chen.sees('给 7 号楼')
  const [zhang, li] = [await signedIn('张桂兰'), await signedIn('李建国')]
  for (const one of [zhang, li]) await one.goTo(`features/notices/list?community=${pinganli}`)
  await zhang.sees('七号楼电梯检修')
  await li.sees('文明养犬倡议书')
  expect(await li.reads()).not.toContain('七号楼电梯检修')
})
