import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

/** What the set-up of the browser tests found (find.mjs). */
interface FoundBrowser {
  executablePath: string
  env: Record<string, string>
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

const foundBrowser = (): FoundBrowser =>
  JSON.parse(readFileSync(join(__dirname, '../../../.cache/browser.json'), 'utf8')) as FoundBrowser

/** Starts the browser that the set-up found. */
export const launch = (): Promise<Browser> => {
  const { executablePath, env } = foundBrowser()
  return chromium.launch({ executablePath, args: flags, env: { ...definedOf(process.env), ...env } })
}

const definedOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
