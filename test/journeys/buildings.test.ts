import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPerson, type Person } from './person'

const desk = { size: { width: 1280, height: 800 }, touch: false }

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})

/** 张桂兰 of 7 号楼 is about to say where something is broken. */
async function reporting(options = {}): Promise<Person> {
  const zhang = await newPerson(cloud.url, options)
  await zhang.signIn('张桂兰')
  await zhang.goTo('features/affairs/report?kind=report')
  await zhang.sees('平安花园 7 号楼')
  return zhang
}

test('[A2] a building that is on no list is said to be so, with what to do', async () => {
  const zhang = await reporting()
  await zhang.tap(/^在哪里/)
  await zhang.types('找楼栋', '99')
  await zhang.sees('没有找到「99」')
  await zhang.sees(/^换个写法试试/)
  await zhang.tap('看全部楼栋')
  await zhang.sees('全部楼栋')
})

test('[A2] where it is: the own building first, others by a search in any writing, those chosen last at hand', async () => {
  const zhang = await reporting()
  await zhang.tap(/^在哪里/)
  await zhang.sees('我家的楼')
  await zhang.types('找楼栋', '三号楼')
  await zhang.tap('平安花园 3 号楼')
  await zhang.sees('平安花园 3 号楼')
  await zhang.types('具体位置', '电表箱旁')
  await zhang.tap(/^在哪里/)
  await zhang.sees('最近选过')
  await zhang.tap('槐荫里，展开')
  await zhang.tap('公共区域')
  await zhang.sees('槐荫里')
  expect(await zhang.page.getByRole('textbox', { name: '具体位置' }).inputValue()).toBe('电表箱旁')
  await zhang.page.reload()
  await zhang.tap(/^在哪里/)
  await zhang.tap('平安花园 3 号楼')
  await zhang.sees('平安花园 3 号楼')
})

test('[A2] those chosen last are nobody else’s: gone when another person uses the device', async () => {
  const zhang = await reporting()
  await zhang.tap(/^在哪里/)
  await zhang.types('找楼栋', '槐荫 20')
  await zhang.tap('槐荫里 20 号楼')
  await zhang.signIn('李建国')
  await zhang.goTo('features/affairs/report?kind=report')
  await zhang.tap(/^在哪里/)
  await zhang.sees('全部楼栋')
  expect(await zhang.reads()).not.toContain('最近选过')
})

test('[A2] at a desk a building is found, chosen and left by the keyboard alone', async () => {
  const { page, sees } = await reporting(desk)
  await page.getByRole('button', { name: /^在哪里/ }).focus()
  await page.keyboard.press('Enter')
  await sees('我家的楼')
  await page.keyboard.press('Escape')
  await page.getByText('我家的楼').waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('平安12')
  await sees('平安花园 12 号楼')
  await page.keyboard.press('Enter')
  await page.getByText('找到的楼').waitFor({ state: 'detached' })
  await sees('平安花园 12 号楼')
})
