import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPerson, type Person } from './person'

const desk = { size: { width: 1280, height: 800 }, touch: false }
const tree = 'features/territory/tree'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.stop())

async function at(name: string, options = {}): Promise<Person> {
  const person = await newPerson(cloud.url, options)
  await person.signIn(name)
  await person.goTo(tree)
  await person.sees('平安花园')
  return person
}

test('[P1] whoever works by the grids reads them and changes nothing', async () => {
  const guo = await newPerson(cloud.url)
  await guo.signIn('郭建军')
  await guo.goTo('pages/staff/index')
  await guo.tap(/^网格与楼栋/)
  await guo.tap(/^7 号楼，/)
  await guo.sees('变更记录')
  expect(await guo.page.getByRole('button', { name: '改名' }).count()).toBe(0)
})

test('[P1] what cannot be is refused in words, and what was typed stays', async () => {
  const qian = await at('钱红', desk)
  await qian.tap(/^平安花园，/)
  await qian.tap('加楼栋')
  await qian.tap('新增')
  await qian.sees('请写名称')
  await qian.types('名称', '七号楼')
  await qian.tap('新增')
  await qian.sees(/^已经有同名的/)
  expect(await qian.page.getByRole('textbox', { name: '名称' }).inputValue()).toBe('七号楼')
  await qian.tap('取消')
  await qian.tap('停用')
  await qian.types('原因', '不归我们了')
  await qian.page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
  await qian.sees(/^下面还有在用的/)
})

test('[P1] a grid is split off, a building goes on into another, and the history says so', async () => {
  const qian = await at('钱红', desk)
  await qian.tap('建管网格')
  await qian.tap('新增网格')
  await qian.types('名称', '建管九格')
  await qian.tap(/^1 号楼，/)
  await qian.tap(/^2 号楼，/)
  await qian.tap('新增')
  await qian.sees('请写原因')
  await qian.types('原因', '门前施工多')
  await qian.tap('新增')
  await qian.tap(/^建管九格，2 栋楼/)
  await qian.sees('「1 号楼」划入')
  await qian.tap('楼栋')
  await qian.tap(/^1 号楼，/)
  await qian.sees('划入建管网格「建管九格」')
  await qian.tap('换建管网格')
  await qian.tap('建管二格')
  await qian.types('原因', '又划走了')
  await qian.tap('划过去')
  await qian.sees('划出建管网格「建管九格」')
  await qian.sees(/· 又划走了$/)
  await qian.tap('建管网格')
  await qian.tap(/^建管九格，1 栋楼/)
  await qian.tap('合并或撤销')
  await qian.tap('并入建管一格')
  await qian.types('原因', '并回去')
  await qian.tap('合并')
  await qian.sees('已经停用')
})

test('[P1] on a phone a building is added and found at once where buildings are picked', async () => {
  const qian = await at('钱红')
  await qian.tap(/^平安花园，/)
  await qian.tap('加楼栋')
  await qian.types('名称', '21 号楼')
  await qian.tap('新增')
  await qian.sees('13 栋楼')
  const zhang = await newPerson(cloud.url)
  await zhang.signIn('张桂兰')
  await zhang.goTo('features/affairs/report?kind=report')
  await zhang.tap(/^在哪里/)
  await zhang.types('找楼栋', '21')
  await zhang.tap('平安花园 21 号楼')
  await zhang.sees('平安花园 21 号楼')
})
