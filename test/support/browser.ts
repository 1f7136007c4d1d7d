import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { lendFont } from './font'

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
}

/** What the set-up of the browser tests found. */
interface FoundBrowser {
  executablePath: string
  env: Record<string, string>
  fontFolder: string | null
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let browser: Browser | undefined
const unexpected: string[] = []
const contexts: BrowserContext[] = []

/** Opens a phone; it is closed after the test. An unexpected error on its console fails the test. */
export async function openPhone(options: PhoneOptions = {}): Promise<Phone> {
  const { mode = 'light', touch = true, url, size = { width: 390, height: 844 } } = options
  const found = foundBrowser()
  browser ??= await launch(found)
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    hasTouch: touch,
    colorScheme: mode === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  contexts.push(context)
  if (mode === 'elder') await context.addInitScript(switchElderOn)
  if (found.fontFolder) await lendFont(context, found.fontFolder)
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

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()))
  const errors = takeConsoleErrors()
  if (errors.length > 0) throw new Error(`The console showed errors:\n${errors.join('\n')}`)
})

afterAll(async () => {
  await browser?.close()
  browser = undefined
})

/** As the switch in 我的 stores it; Taro keeps values on the web as `{"data": value}`. */
function switchElderOn() {
  const key = 'prefs'
  if (!localStorage.getItem(key)) localStorage.setItem(key, JSON.stringify({ data: { elder: true } }))
}

const foundBrowser = (): FoundBrowser =>
  JSON.parse(readFileSync(join(__dirname, '../../.cache/browser.json'), 'utf8')) as FoundBrowser

const launch = ({ executablePath, env }: FoundBrowser): Promise<Browser> =>
  chromium.launch({ executablePath, args: flags, env: { ...definedOf(process.env), ...env } })

const definedOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
