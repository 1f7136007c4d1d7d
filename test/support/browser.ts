import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import type * as Launcher from './chromium/launch.cjs'
import { importOnce } from './import-once'

/** How a phone is set: by its system (light, dark) or by the switch in 我的 (elder). */
export type Mode = 'light' | 'dark' | 'elder'

/** A phone of 390×844 with one page open. */
export interface Phone {
  page: Page
  context: BrowserContext
  /** Lets console errors that match pass, e.g. the network's when a test takes it away. */
  allowErrors(pattern: RegExp): void
}

export interface PhoneOptions {
  mode?: Mode
  /** A finger (default) or a mouse. */
  touch?: boolean
  /** Where relative addresses start, e.g. the test cloud's url. */
  url?: string
  /** Another screen, e.g. a desk's 1280×800. */
  size?: { width: number; height: number }
  /** It stays open until the end of the file. */
  keep?: boolean
}

const launcher = () => importOnce<typeof Launcher>(join(__dirname, 'chromium/launch.cjs'))

const unexpected: string[] = []
const contexts: BrowserContext[] = []
const keptContexts: BrowserContext[] = []

/** Opens a phone; it is closed after the test unless it is kept. An unexpected error on its console fails the test. */
export async function openPhone(options: PhoneOptions = {}): Promise<Phone> {
  const { mode = 'light', touch = true, url, size = { width: 390, height: 844 } } = options
  const browser = await (await launcher()).keptBrowser()
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    hasTouch: touch,
    colorScheme: mode === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const open = options.keep ? keptContexts : contexts
  open.push(context)
  if (mode === 'elder') await context.addInitScript(switchElderOn)
  const page = await context.newPage()
  const allowed: RegExp[] = []
  const note = (text: string) => {
    if (!allowed.some((pattern) => pattern.test(text))) unexpected.push(text)
  }
  page.on('console', (message) => {
    if (message.type() === 'error') note(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => note(String(error)))
  return { page, context, allowErrors: (pattern) => void allowed.push(pattern) }
}

/** What the consoles of this test's phones showed so far, forgotten once taken. */
export const takeConsoleErrors = (): string[] => unexpected.splice(0)

const closeAll = (open: BrowserContext[]) => Promise.all(open.splice(0).map((context) => context.close()))

afterEach(async () => {
  await closeAll(contexts)
  const errors = takeConsoleErrors()
  if (errors.length > 0) throw new Error(`The console showed errors:\n${errors.join('\n')}`)
})

afterAll(async () => {
  await closeAll(keptContexts)
  ;(await launcher()).leaveBrowser()
})

/** As the switch in 我的 stores it; Taro keeps values on the web as `{"data": value}`. */
function switchElderOn() {
  const key = 'prefs'
  if (!localStorage.getItem(key)) localStorage.setItem(key, JSON.stringify({ data: { elder: true } }))
}
