// node config/share-pictures.mjs: draws src/features/<domain>/shared.png, what a chat shows of a page that was sent to it
// (5 : 4, as WeChat has it), with the tests' browser and font.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findBrowser } from '../test/support/chromium/find.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const icons = join(dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')), 'icons')
const size = { width: 500, height: 400 }

/** At most six characters of title: it is read at the width of a thumb. */
const pictures = {
  meetings: { title: '一起来商量', line: '坐下来，说说身边的事', icon: 'users-round' },
  notices: { title: '社区有通知', line: '公示、通知，都在这里', icon: 'megaphone' },
  affairs: { title: '提了有答复', line: '邻居提的，社区怎么办的', icon: 'message-square-text' },
  directory: { title: '便民电话', line: '什么事，找谁，一点就拨', icon: 'phone' },
}

const iconOf = (name) => readFileSync(join(icons, `${name}.svg`), 'utf8').replace(/<!--.*?-->/gs, '')

const pageOf = ({ title, line, icon }) => `
  <style>
    body { margin: 0; background: #0b7a63; color: #fff; font-family: 'Noto Sans SC', sans-serif; }
    body { position: relative; width: ${size.width}px; height: ${size.height}px; overflow: hidden; }
    div { position: absolute; left: 48px; }
    .name { top: 44px; color: #bfe0d7; font: 700 26px/1 'Noto Sans SC'; }
    .title { top: 92px; font: 700 66px/1.1 'Noto Sans SC'; }
    .line { top: 178px; color: #e5f3ef; font: 400 27px/1.3 'Noto Sans SC'; }
    .round { left: 274px; top: 196px; width: 288px; height: 288px; border-radius: 50%; background: #08604e; }
    .round svg { position: absolute; left: 62px; top: 44px; width: 128px; height: 128px; color: #e5f3ef; }
  </style>
  <div class="round">${iconOf(icon)}</div>
  <div class="name">近邻</div><div class="title">${title}</div><div class="line">${line}</div>`

const { executablePath, env } = findBrowser()
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, args })
const page = await browser.newPage({ viewport: size })
for (const [domain, picture] of Object.entries(pictures)) {
  await page.setContent(pageOf(picture))
  await page.screenshot({ path: join(root, `src/features/${domain}/shared.png`) })
}
await browser.close()
