import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signInAs } from '../support/caller'
import { startCloudProcess, type CloudProcess } from '../support/cloud-process'
import { newPerson, withFingerAndMouse, type Person } from './person'

const directory = mkdtempSync(join(tmpdir(), 'jinlin-restart-'))
let cloud: CloudProcess
beforeAll(async () => {
  cloud = await startCloudProcess(directory)
  // The first sign-in writes the demo's data.
  await signInAs(cloud.url, 'sun')
})
afterAll(async () => {
  await cloud.stop()
  rmSync(directory, { recursive: true, force: true })
})

describe('the cloud is killed and stopped while somebody waits at the counter', () => {
  withFingerAndMouse(
    'the code stays on the screen, works again afterwards, and nothing is lost',
    async (touch) => {
      const zhang = await newPerson(cloud.url, { touch })
      zhang.allowErrors(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_SOCKET/)
      await zhang.signInOnPage('张桂兰')
      await zhang.goTo('pages/home/index')
      await zhang.tap(/^垃圾袋（5 卷） 15 分/)
      await zhang.tap('兑换（15 分）')
      await zhang.tap('用 15 分兑换')
      await zhang.sees(/^兑换成功：垃圾袋/)
      const digits = await digitsOn(zhang)

      await cloud.kill()
      await zhang.tap('刷新')
      await zhang.sees('没有更新成功，下面是上次看到的内容')
      expect(await digitsOn(zhang)).toBe(digits)
      await startAgain()
      await zhang.tap('刷新')
      await zhang.page.getByText('没有更新成功，下面是上次看到的内容').waitFor({ state: 'detached' })
      expect(await digitsOn(zhang)).toBe(digits)

      await cloud.stop()
      await startAgain()
      const sun = await newPerson(cloud.url, { touch })
      await sun.signIn('孙立军')
      await sun.tap('核销领取')
      await sun.types('8 位领取数字', digits)
      await sun.tap('核销')
      await sun.sees('核销成功，请交给居民')
      await zhang.sees('已领取')
    },
  )
})

/** Over the same data, at the same address. */
async function startAgain() {
  cloud = await startCloudProcess(directory, ['--port', new URL(cloud.url).port])
}

const digitsOn = async ({ page }: Person) => (await page.locator('.code-digits').innerText()).trim()
