import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type * as Launcher from './chromium/launch.cjs'
import { importOnce } from './import-once'

/** The browser that the test files of one process share. */
const launcher = () => importOnce<typeof Launcher>(join(__dirname, 'chromium/launch.cjs'))

afterAll(async () => (await launcher()).leaveBrowser())

test('whoever comes in the moment in which a browser is closed is given another', async () => {
  const { keptBrowser, leaveBrowser, patienceMs } = await launcher()
  const first = await keptBrowser()
  leaveBrowser()
  // Begun after the other, so it ends right after it: the browser has just been told to close.
  await sleep(patienceMs)
  const second = await keptBrowser()
  await (await second.newContext()).close()
  expect(second).not.toBe(first)
})

test('two who come at once are given the same', async () => {
  const { keptBrowser, leaveBrowser, patienceMs } = await launcher()
  leaveBrowser()
  await sleep(patienceMs)
  const [one, other] = await Promise.all([keptBrowser(), keptBrowser()])
  expect(one).toBe(other)
})
