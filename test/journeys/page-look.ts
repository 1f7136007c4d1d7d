import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ActionName } from '@contract/index'
import { checkPage } from '../support/check-page'
import { takePicture } from '../support/contact-sheet'
import type { Mode, PhoneOptions } from '../support/browser'
import { newTokens, signInAs } from '../support/caller'
import { newRequestId, type TestCloud } from '../support/cloud'
import { pinganli } from '../points/story'
import { newPerson, type Person } from './person'
import type { PageCase, Things } from './page-cases'

export type State = 'there' | 'loading' | 'error' | 'offline'

/** Each page is opened once for light and dark, which it follows while it is open, and once for elder. */
export const openings: ReadonlyArray<readonly [Mode, ...Mode[]]> = [['light', 'dark'], ['elder']]

/**
 * The states in which a page is looked at. The page itself and its error in every mode; the skeleton has no text to
 * clip, and the strip that says there is no network is the same on every page, so one opening is enough for them.
 */
export const statesOf = ({ action, quietOffline }: PageCase, modes: readonly Mode[]): State[] => {
  if (!action) return ['there']
  if (!modes.includes('elder')) return ['there', 'error', 'loading']
  return quietOffline ? ['there', 'error'] : ['there', 'error', 'offline']
}

export interface Look {
  modes: readonly [Mode, ...Mode[]]
  state: State
  size?: PhoneOptions['size']
}

/** Opens a page in a state, takes its picture in each mode and checks all that a machine can check. */
export async function look(cloud: TestCloud, things: Things, one: PageCase, { modes, state, size }: Look) {
  const person = await newPerson(cloud.url, { mode: modes[0], size })
  await beWho(cloud, person, one.who)
  if (one.action && (state === 'loading' || state === 'error')) await spoil(person, one.action, state)
  await person.goTo(one.query ? `${one.page}?${one.query(things)}` : one.page)
  await shownIn(person, one, state)
  await person.page.evaluate(() => document.fonts.ready.then(() => undefined))
  for (const mode of modes) {
    if (mode === 'dark') await darken(person)
    const parts = [one.name, state === 'there' ? '' : words[state], size ? '桌面' : '', mode]
    await takePicture(person.page, parts.filter(Boolean).join(' '))
    await checkPage(person.page, { elder: mode === 'elder' })
  }
}

/** As when the phone turns dark in the evening. */
async function darken({ page }: Person): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('html.dark').waitFor()
}

const words = { loading: '读取中', error: '出错', offline: '没网' }

async function shownIn(person: Person, one: PageCase, state: State): Promise<void> {
  if (state === 'loading') return person.page.locator('.skeleton').first().waitFor()
  if (state === 'error') return person.sees('系统出了点问题')
  await one.act?.(person)
  await person.sees(one.shows)
  if (state !== 'offline') return
  person.allowErrors(/ERR_INTERNET_DISCONNECTED/)
  await person.context.setOffline(true)
  // As if the network had come and gone: the page asks again.
  await person.page.evaluate(() => window.dispatchEvent(new Event('online')))
  await person.sees(/没有连上网络|没有更新成功/)
}

/** One action fails as a function's fault does, or its answer does not come. */
const spoil = ({ page }: Person, name: ActionName, state: 'loading' | 'error') =>
  page.route('**/v1/functions/**', async (route) => {
    const domain = new URL(route.request().url()).pathname.split('/').pop()
    const { action } = route.request().postDataJSON() as { action: string }
    if (`${domain}.${action}` !== name) return route.continue()
    if (state === 'loading') return undefined
    return route.fulfill({ json: { ok: false, code: 'INTERNAL', traceId: 'a1b2c3d4e5f6' } })
  })

async function beWho(cloud: TestCloud, { context }: Person, who: PageCase['who']): Promise<void> {
  if (who === 'guest') return
  const token = who === 'new' ? (await newTokens(cloud.url, 1, 0))[0] : await signInAs(cloud.url, who)
  await context.addInitScript(
    (data) => localStorage.setItem('session.token', JSON.stringify({ data })),
    token,
  )
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
  return {
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

const sample = (name: string) => join(__dirname, `../../samples/${name}.xlsx`)
