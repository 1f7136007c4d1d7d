import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newTokens, signInAs } from '../support/caller'
import type { TestCloud } from '../support/cloud'
import { importOnce } from '../support/import-once'
import { run, type AutomatedElement, type MiniProgram, type Running } from './automator'
import { textsOf, type Drawn } from './drawn'

/** Milliseconds that a page may take to show what a journey expects, on a busy machine. */
const patienceMs = 20_000
const pauseMs = 150

const built = join(__dirname, '../../dist/weapp')

/** A persona of the demo, `guest` without an identity, `new` a resident without points. */
export type Who = string

/** Somebody with the mini program open: acts by tapping and typing, and reads what is on the screen. */
export interface Phone {
  program: MiniProgram
  /** Opens a page as a link does, e.g. `features/points/item?id=…`. */
  opens(path: string): Promise<void>
  /** Taps what shows exactly these words, or words that match. Everything that can be tapped is a `Tappable`. */
  taps(words: string | RegExp): Promise<void>
  /** Turns the only switch of the page. */
  switches(): Promise<void>
  /** Waits until the words are on the screen; a string may stand inside of longer text. */
  sees(words: string | RegExp): Promise<void>
  /** Waits until the words are gone: what was there before stands until the reply has come. */
  noLongerSees(words: string): Promise<void>
  /** Types into the first field of the page, or the one that comes after so many. */
  types(text: string, after?: number): Promise<void>
  /** Answers yes with WeChat's own button of the privacy question. */
  agrees(): Promise<void>
  /** The words on the screen, one line for each element with text. */
  reads(): Promise<string>
  /** Path of the page on top. */
  where(): Promise<string>
}

const running: Running[] = []
const folders: string[] = []

/** Opens the mini program on a phone of its own. @param from another build than dist/weapp */
export async function newPhone(cloud: TestCloud, who: Who, from = built): Promise<Phone> {
  const folder = mkdtempSync(join(tmpdir(), 'jinlin-phone-'))
  folders.push(folder)
  await copyFor(from, folder, cloud.url, await tokenOf(cloud, who))
  const started = await run(folder)
  running.push(started)
  return phoneOf(started.program)
}

function phoneOf(program: MiniProgram): Phone {
  const reads = async () => {
    const drawn = await program.evaluate(() => {
      const page = getCurrentPages().pop()
      return JSON.stringify(page?.data.root ?? null)
    })
    return textsOf(JSON.parse(drawn) as Drawn).join('\n')
  }
  const sees = (words: string | RegExp) =>
    until(
      async () => holds(await reads(), words),
      async () => `${String(words)} in\n${await reads()}`,
    )
  const noLongerSees = (words: string) =>
    until(
      async () => !holds(await reads(), words),
      async () => `anything but ${words} in\n${await reads()}`,
    )
  const taps = async (words: string | RegExp) => {
    await until(
      () => tapped(program, words),
      async () => `something to tap: ${String(words)} in\n${await reads()}`,
    )
  }
  return {
    program,
    reads,
    sees,
    noLongerSees,
    taps,
    opens: async (path) => void (await program.callWxMethod('reLaunch', { url: `/${path}` })),
    where: async () => (await program.currentPage()).path,
    types: async (text, after = 0) =>
      (await nth(program, '.text-box', after)).trigger('input', { value: text }),
    agrees: async () => (await only(program, '#agree-privacy')).trigger('agreeprivacyauthorization'),
    switches: async () => (await only(program, '.switch')).tap(),
  }
}

/** False where there is none yet, or none any more: the page was drawn anew while it was looked for. */
const tapped = async (program: MiniProgram, words: string | RegExp): Promise<boolean> => {
  try {
    const element = await elementWith(program, words)
    await element?.tap()
    return element !== undefined
  } catch (error) {
    if (/no such element/.test(String(error))) return false
    throw error
  }
}

/** The innermost text decides nothing: a row is tapped as a whole. */
async function elementWith(program: MiniProgram, words: string | RegExp) {
  const page = await program.currentPage()
  for (const element of await page.$$('.tappable')) {
    const text = dense(await element.text())
    if (typeof words === 'string' ? text === dense(words) : words.test(text)) return element
  }
  return undefined
}

const only = (program: MiniProgram, selector: string) => nth(program, selector, 0)

/** Waits: a sheet that has just been asked for is drawn a moment later. */
async function nth(program: MiniProgram, selector: string, after: number): Promise<AutomatedElement> {
  let found: AutomatedElement | undefined
  await until(
    async () => Boolean((found = (await (await program.currentPage()).$$(selector))[after])),
    async () => `more than ${after} ${selector} on this page`,
  )
  return found!
}

const holds = (text: string, words: string | RegExp) =>
  typeof words === 'string'
    ? dense(text).includes(dense(words))
    : text.split('\n').some((line) => words.test(line) || words.test(dense(line)))

const dense = (text: string) => text.replace(/\s+/g, '')

async function until(done: () => Promise<boolean>, missing: () => Promise<string>): Promise<void> {
  const end = Date.now() + patienceMs
  while (!(await done())) {
    if (Date.now() > end) throw new Error(`Not on the screen: ${await missing()}`)
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

async function tokenOf(cloud: TestCloud, who: Who): Promise<string | undefined> {
  if (who === 'guest') return undefined
  return who === 'new' ? (await newTokens(cloud.url, 1, 0))[0] : signInAs(cloud.url, who)
}

const localBuild = join(__dirname, '../../config/weapp/local-build.mjs')

async function copyFor(from: string, to: string, url: string, token: string | undefined): Promise<void> {
  const linked = !process.env.WECHAT_DEVTOOLS_CLI
  const scripts = linked ? [join(__dirname, 'server/phone.js')] : []
  const { copyForLocalCloud } = await importOnce<{
    copyForLocalCloud(from: string, to: string, options: object): void
  }>(localBuild)
  copyForLocalCloud(from, to, { url, token, scripts, linked })
}

afterAll(() => {
  for (const { stop } of running.splice(0)) stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
