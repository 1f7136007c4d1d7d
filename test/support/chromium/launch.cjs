const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { chromium } = require('playwright-core')

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the browser that the set-up found (find.mjs). */
exports.launch = () => {
  const { executablePath, env } = JSON.parse(
    readFileSync(join(__dirname, '../../../.cache/browser.json'), 'utf8'),
  )
  return chromium.launch({ executablePath, args: flags, env: { ...process.env, ...env } })
}

/** Milliseconds that a browser waits for the next file; then it is closed, so that the process can end. */
const patienceMs = 2_000
exports.patienceMs = patienceMs

let kept
let closing

/** One for the files that follow each other in this process; started anew if it has gone. */
exports.keptBrowser = async () => {
  clearTimeout(closing)
  const before = kept
  if ((await before)?.isConnected()) return before
  // Of two who ask at once the first starts it.
  if (kept === before) kept = exports.launch()
  return kept
}

/** The file is done with it. */
exports.leaveBrowser = () => {
  clearTimeout(closing)
  closing = setTimeout(() => {
    // Forgotten before it closes: it is still connected while it does, and whoever comes now must not be given it.
    const leaving = kept
    kept = undefined
    void leaving?.then((browser) => browser.close())
  }, patienceMs)
}

// Playwright knows a pattern by `instanceof`; the tests' own come from another realm, which jest makes for each file.
Object.defineProperty(RegExp, Symbol.hasInstance, {
  value: (one) => Object.prototype.toString.call(one) === '[object RegExp]',
})
