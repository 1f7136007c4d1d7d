import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'

const prefix = '/__font/'
const weights = [400, 700]

/**
 * Lends the pages a Chinese font on a machine that has none. It is served under each page's own origin, because
 * the pages' content policy lets in no other.
 * @param folder of `@fontsource/noto-sans-sc`
 */
export async function lendFont(context: BrowserContext, folder: string): Promise<void> {
  await context.route(`**${prefix}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(prefix.length)
    if (!/^[\w-]+\.woff2$/.test(name)) return route.abort()
    return route.fulfill({ path: join(folder, 'files', name), contentType: 'font/woff2' })
  })
  await context.addInitScript((css) => {
    const style = document.createElement('style')
    style.textContent = css
    const add = () => document.documentElement.append(style)
    if (document.documentElement) add()
    else document.addEventListener('readystatechange', add, { once: true })
  }, fontCss(folder))
}

const fontCss = (folder: string): string => {
  const faces = weights.map((weight) => readFileSync(join(folder, `${weight}.css`), 'utf8')).join('\n')
  const local = faces
    .replaceAll('url(./files/', `url(${prefix}`)
    .replace(/, url\([^)]*\.woff\) format\('woff'\)/g, '')
  return `${local}\n* { font-family: 'Noto Sans SC', sans-serif !important }`
}
