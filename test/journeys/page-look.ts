import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { checkPage } from '../support/check-page'
import { takePicture } from '../support/contact-sheet'
import { inTurn, isWhole, turnOf } from '../support/breadth'
import type { Mode, PhoneOptions } from '../support/browser'
import { newTokens, signInAs } from '../support/caller'
import { keepTexts, textsInBrowser } from '../support/texts'
import { newRequestId, type TestCloud } from '../support/cloud'
import { pinganli } from '../points/story'
import { desksIn } from './desk-cases'
import { dutiesIn } from './duties-cases'
import { meetingsIn } from './meetings-cases'
import { partyIn } from './party-cases'
import { newPerson, type Person } from './person'
import type { PageCase, Things } from './page-cases'
import { safetyIn } from './safety-cases'

const states = ['loading', 'error', 'there', 'offline'] as const
export type State = (typeof states)[number]

/** What a page shows instead of what it is there for. */
const others = states.filter((state) => state !== 'there')

const modes: readonly Mode[] = ['light', 'dark', 'elder']

/**
 * The modes in which a page is looked at: as it is on a phone, in all, or by turns in one. While it loads, fails or has
 * no network, what is seen is the same parts on each page; at a desk only the widths are others. There the pages take
 * turns always.
 */
const modesOf = (one: PageCase, state: State, size?: Size): readonly Mode[] => {
  if (state === 'there' && !size) return inTurn(modes, modes.length, turnOf(one.name))
  const turn = modes[([...one.name].length + states.indexOf(state)) % modes.length] ?? 'light'
  return isWhole && size && turn !== 'light' ? ['light', turn] : [turn]
}

/**
 * The states in which a page is looked at, one after the other while it is open. By turns a third of the pages has one
 * beside `there`: the app begins anew for it, which takes longer than all looks at a page.
 */
export const statesOf = ({ name, action, quietOffline }: PageCase): readonly State[] => {
  if (!action) return ['there']
  const chosen = inTurn(others, 3 * others.length, turnOf(name))
  return states.filter(
    (state) => state === 'there' || (chosen.includes(state) && !(state === 'offline' && quietOffline)),
  )
}

type Size = PhoneOptions['size']

/**
 * Everybody's phones, kept from page to page: an app that is open shows its next page in a tenth of the time. Pages on
 * which something is done have phones of their own, on which each begins with nothing kept.
 */
const phones = new Map<string, Promise<Person>>()

/** Opens a page, and in each of its states and modes takes its picture and checks all that a machine can check. */
export async function look(cloud: TestCloud, things: Things, one: PageCase, size?: Size): Promise<void> {
  const person = await keptPhone(cloud, one, size)
  const path = one.query ? `${one.page}?${one.query(things)}` : one.page
  const seen = statesOf(one)
  const isSpoilt = seen.length > 1
  const answers = await spoil(person, isSpoilt ? one.action : undefined, seen[0])
  // What was answered before would be shown at once: the app begins anew.
  await (isSpoilt || one.act ? startAt(person, path) : person.goTo(path))
  for (const state of seen) {
    await answers.now(state)
    await shownIn(person, one, state)
    for (const mode of modesOf(one, state, size)) {
      await turn(person, mode)
      if (state === 'there') await person.sees(one.shows)
      const parts = [one.name, state === 'there' ? '' : words[state], size ? '桌面' : '', mode]
      await takePicture(person.page, parts.filter(Boolean).join(' '))
      await checkPage(person.page, { elder: mode === 'elder' })
    }
    await turn(person, 'light')
    if (isWhole && state === 'there' && !size && !one.act)
      keepTexts(one.name, await person.page.evaluate(textsInBrowser))
  }
  await answers.end()
  await person.context.setOffline(false)
}

function keptPhone(cloud: TestCloud, one: PageCase, size: Size): Promise<Person> {
  const key = `${one.who} ${size?.width ?? ''} ${one.act ? 'acts' : ''}`
  const kept = phones.get(key) ?? newPhone(cloud, one, size)
  phones.set(key, kept)
  return kept
}

async function newPhone(cloud: TestCloud, { who, act }: PageCase, size: Size): Promise<Person> {
  const person = await newPerson(cloud.url, { size, keep: true })
  // The pauses between the tries of a call that gets no answer are skipped, not waited for.
  await person.context.clock.install()
  if (act) await person.context.addInitScript(forget)
  await beWho(cloud, person, who)
  return person
}

/** With each start of the app: what was done on the page before, e.g. a draft, is gone. */
function forget(): void {
  if (location.protocol !== 'about:') localStorage.clear()
}

/** As a link from outside does. */
async function startAt(person: Person, path: string): Promise<void> {
  await person.page.goto('about:blank')
  await person.goTo(path)
}

/** As when the phone turns dark in the evening, and as the switch in 我的 does, in another window. */
async function turn({ page }: Person, mode: Mode): Promise<void> {
  await page.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' })
  await page.evaluate((elder) => {
    localStorage.setItem('prefs', JSON.stringify({ data: { elder, theme: 'auto' } }))
    dispatchEvent(new StorageEvent('storage', { key: 'prefs' }))
  }, mode === 'elder')
  const classes = (['dark', 'elder'] as const).map((one) => (one === mode ? `.${one}` : `:not(.${one})`))
  await page.locator(`html${classes.join('')}`).waitFor({ state: 'attached' })
}

const words = { loading: '读取中', error: '出错', offline: '没网' }

async function shownIn(person: Person, one: PageCase, state: State): Promise<void> {
  if (state === 'loading') return person.page.locator('.skeleton').first().waitFor()
  if (state === 'error') return person.sees('系统出了点问题')
  if (state === 'offline') return beOffline(person)
  await one.act?.(person)
  await person.sees(one.shows)
  // What a page shows at once may stand above what it still reads.
  await person.page.locator('.skeleton').filter({ visible: true }).first().waitFor({ state: 'hidden' })
}

async function beOffline(person: Person): Promise<void> {
  await person.losesNetwork()
  // As if the network had come and gone: the page asks again.
  await person.page.evaluate(() => void window.dispatchEvent(new Event('online')))
  const words = /没有连上网络|没有更新成功/
  const said = person.page.getByText(words).filter({ visible: true }).first()
  for (let tries = 0; tries < 12 && !(await said.isVisible()); tries += 1)
    await person.context.clock.fastForward(5_000)
  await person.sees(words)
}

/** The answers of the page's action: held back while it loads, a function's fault, or as they are. */
async function spoil(person: Person, name: PageCase['action'], first: State = 'there') {
  const { page } = person
  if (!name) return { now: () => Promise.resolve(), end: () => Promise.resolve() }
  let goOn = () => {}
  const held = new Promise<void>((resolve) => (goOn = resolve))
  let state = first
  const calls = '**/v1/functions/**'
  await page.route(calls, async (route) => {
    const domain = new URL(route.request().url()).pathname.split('/').pop()
    const { action } = route.request().postDataJSON() as { action: string }
    if (`${domain}.${action}` === name) {
      if (state === 'loading') await held
      if (state === 'error')
        return route.fulfill({ json: { ok: false, code: 'INTERNAL', traceId: 'a1b2c3d4e5f6' } })
    }
    // Without a network there is nothing to pass on; the page sees the same.
    return route.continue().catch(() => undefined)
  })
  return {
    now: async (next: State) => {
      const before = state
      state = next
      if (next !== 'loading') goOn()
      if (before === 'error' && next === 'there') await person.tap('再试一次')
    },
    end: () => page.unroute(calls),
  }
}

async function beWho(cloud: TestCloud, { context }: Person, who: PageCase['who']): Promise<void> {
  if (who === 'guest') return
  const token = who === 'new' ? (await newTokens(cloud.url, 1, 0))[0] : await signInAs(cloud.url, who)
  await context.addInitScript((data) => {
    if (location.protocol === 'about:') return
    localStorage.setItem('session.token', JSON.stringify({ data }))
  }, token)
}

/** What the demo has of everything, and two imports. */
export async function thingsIn(cloud: TestCloud): Promise<Things> {
  const [chen, li] = [await cloud.staff('chen'), await cloud.resident('li')]
  const { items } = await chen.get('points.staffItems', { communityId: pinganli })
  const { redemptions } = await li.get('points.redemptions', {})
  const itemId = (name: RegExp) => items.find((item) => name.test(item.name))?.id ?? ''
  const redemptionId = (state: string) => redemptions.find((one) => one.state === state)?.id ?? ''
  const stage = async (file: string) => {
    const contentBase64 = readFileSync(file).toString('base64')
    const input = { communityId: pinganli, fileName: basename(file), contentBase64 }
    return (await chen.get('imports.stage', { requestId: newRequestId(), ...input })).id
  }
  const staged = await stage(sample('居民花名册-有误'))
  const applied = await stage(sample('商品清单-有误'))
  await chen.get('imports.apply', { communityId: pinganli, importId: applied, skipErroneous: true })
  const form = await li.get('affairs.form', { communityId: pinganli })
  const { notices } = await li.get('notices.list', { communityId: pinganli })
  const meetings = await meetingsIn(cloud)
  return {
    ...(await casesOf(cloud)),
    ...meetings,
    ...(await safetyIn(cloud, meetings.ahead)),
    ...(await partyIn(cloud)),
    ...(await desksIn(cloud)),
    ...(await dutiesIn(cloud)),
    box: form.compounds[0]?.box ?? '',
    notice: notices[0]?.id ?? '',
    community: pinganli,
    item: itemId(/^垃圾袋/),
    soldOut: itemId(/^油烟机/),
    closed: itemId(/^晴雨伞/),
    waiting: redemptionId('open'),
    ended: redemptionId('picked_up'),
    staged,
    applied,
  }
}

/** One that waits for its rating, and one that waits for an answer. */
async function casesOf(cloud: TestCloud): Promise<Pick<Things, 'ownCase' | 'workCase'>> {
  const [chen, zhang] = [await cloud.staff('chen'), await cloud.resident('zhang')]
  const own = await zhang.get('affairs.mine', {})
  const queue = await chen.get('affairs.queue', { communityId: pinganli, view: 'todo' })
  return {
    ownCase: own.cases.find(({ state }) => state === 'answered')?.id ?? '',
    workCase:
      queue.cases.find(({ state, title }) => state === 'submitted' && title.includes('长椅'))?.id ?? '',
  }
}

const sample = (name: string) => join(__dirname, `../../samples/${name}.xlsx`)
