import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const dist = join(__dirname, '../../dist')
const folder = join(dist, 'pictures')

/** Taking them is a third of the work of looking at a page: they are taken where somebody will look at them. */
const wanted = Boolean(process.env.JINLIN_PICTURES)

/** Takes a picture for the contact sheet, e.g. `积分-elder`. Pictures of one page stand side by side. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (!wanted) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** Pastes all pictures of the run into `dist/contact-sheet.png`. */
export async function makeContactSheet(page: Page): Promise<void> {
  if (!existsSync(folder)) return
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .sort()
  const figures = names.map((name) => {
    const title = name.replace('.png', '')
    return `<figure><img src="pictures/${encodeURIComponent(name)}"><figcaption>${title}</figcaption></figure>`
  })
  const style = `body{margin:16px;display:grid;grid-template-columns:repeat(24,190px);gap:12px;font:12px sans-serif}
    figure{margin:0}img{width:190px;border:1px solid #ccc}`
  const file = join(dist, 'contact-sheet.html')
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><style>${style}</style>${figures.join('')}`)
  // Wide, so that the picture stays under the 16,384 px that Chromium can draw.
  await page.setViewportSize({ width: 4880, height: 900 })
  await page.goto(`file://${file}`)
  await page.screenshot({ path: join(dist, 'contact-sheet.png'), fullPage: true })
}
