import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone, type Phone } from './phone'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})

const newVersionComes = ({ program }: Phone): Promise<void> => program.evaluate(() => wx.newVersion().ready())
const isBegun = ({ program }: Phone): Promise<boolean> => program.evaluate(() => wx.newVersion().applied)

/** Somebody at home, who answers WeChat's question. */
async function asked(confirm: boolean): Promise<Phone> {
  const phone = await newPhone(cloud, 'zhang')
  await phone.sees('我的积分')
  await phone.program.mockWxMethod('showModal', { errMsg: 'showModal:ok', confirm, cancel: !confirm })
  await newVersionComes(phone)
  return phone
}

describe('a new version in WeChat', () => {
  test('[W1] is not begun while somebody would rather finish first', async () => {
    expect(await isBegun(await asked(false))).toBe(false)
  })

  test('[W1] is begun by whoever agrees', async () => {
    const phone = await asked(true)
    for (let left = 20; left > 0 && !(await isBegun(phone)); left--)
      await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await isBegun(phone)).toBe(true)
  })
})
