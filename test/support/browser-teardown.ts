import { launch } from './chromium/launch.cjs'
import { makeContactSheet } from './contact-sheet'

/** After the last browser test: every picture on one sheet. */
export default async () => {
  const browser = await launch()
  try {
    await makeContactSheet(await browser.newPage())
  } finally {
    await browser.close()
  }
}
