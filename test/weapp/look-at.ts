import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PageCase, Things } from '../journeys/page-cases'
import { thingsIn } from '../journeys/page-look'
import { isWhole } from '../support/breadth'
import { startTestCloud } from '../support/cloud'
import { comparable, keptTexts, missingFrom } from '../support/texts'
import { auditFaults } from './audit'
import { isKnown } from './known-differences'
import { newPhone, type Phone } from './phone'
import { unspokenOn } from './spoken'

interface AppJson {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

const built = join(__dirname, '../../dist/weapp')

/** What the build says of its pages. */
export const app = JSON.parse(readFileSync(join(built, 'app.json'), 'utf8')) as AppJson
const tabs = new Set(app.pages)

/** Where the browser shows other words: there a guest can sign in, nothing can be scanned, and the tabs are part of the page. */
const insteadOf: Record<string, string> = {
  '商品详情 游客': '只有本社区住户可以兑换',
  '首页 新住户': '我的积分',
  '会议 游客': '请在微信里打开「近邻」报名',
  '会议 签到中': '扫码签到',
}

/**
 * Opens each page in the mini program: the words of the browser, each thing to tap named, within the limits of an
 * audit.
 */
export function lookAt(pages: readonly PageCase[]): void {
  let things: Things
  let phoneOf: (who: string) => Promise<Phone>
  beforeAll(async () => {
    const cloud = await startTestCloud()
    const phones = new Map<string, Promise<Phone>>()
    things = await thingsIn(cloud)
    phoneOf = (who) => {
      const phone = phones.get(who) ?? newPhone(cloud, who)
      phones.set(who, phone)
      return phone
    }
  }, 180_000)

  test.each(pages.map((one) => [one.name, one] as const))('[W1] %s', async (_name, one) => {
    const phone = await phoneOf(one.who)
    await phone.opens(one.query ? `${one.page}?${one.query(things)}` : one.page)
    await phone.sees(insteadOf[one.name] ?? one.shows)
    expect(await phone.where()).toBe(one.page)
    expect(await auditFaults(phone.program, tabs.has(one.page))).toEqual([])
    expect(await unspokenOn(phone.program, built)).toEqual([])
    if (isCompared) expect(await otherWords(one, phone)).toEqual({ web: [], wechat: [] })
  })
}

/** By turns a page is opened in one of the builds, so there are no words of the other. */
const isCompared = isWhole && !process.env.JINLIN_NO_TEXTS

/** Milliseconds that a page may take until all of its words are there. */
const patienceMs = 6_000

/** Words that only one of the builds shows, once the page has had the time to show all. */
async function otherWords({ name }: PageCase, phone: Phone): Promise<{ web: string[]; wechat: string[] }> {
  const web = keptTexts(name)
  for (const end = Date.now() + patienceMs; ; await new Promise((resolve) => setTimeout(resolve, 300))) {
    const wechat = comparable((await phone.reads()).split('\n'))
    const found = {
      web: missingFrom(web, wechat).filter((line) => !isKnown(name, 'web', line)),
      wechat: missingFrom(wechat, web).filter((line) => !isKnown(name, 'wechat', line)),
    }
    if (found.web.length + found.wechat.length === 0 || Date.now() > end) return found
  }
}
