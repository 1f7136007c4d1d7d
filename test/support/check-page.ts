import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { measurePage } from './measure-page'

/** Smallest side of anything that can be tapped, in px. */
const smallestTarget = { usual: 44, elder: 60 }

/** axe's standalone script; it is evaluated, not added to the page, so the content policy does not matter. */
const axe = readFileSync(join(__dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')

/**
 * All that a machine can say about a page as it stands: sideways overflow, clipped text, targets too small or
 * without a role, contrast too low.
 * @returns one line for each fault; empty when the page is right
 */
export async function faultsOf(page: Page, { elder = false } = {}): Promise<string[]> {
  const least = elder ? smallestTarget.elder : smallestTarget.usual
  return [...(await page.evaluate(measurePage, least)), ...(await contrastFaults(page))]
}

/** Fails with every fault of the page. */
export async function checkPage(page: Page, options: { elder?: boolean } = {}): Promise<void> {
  expect(await faultsOf(page, options)).toEqual([])
}

async function contrastFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return page.evaluate(async () => {
    type Result = { violations: { nodes: { html: string; failureSummary?: string }[] }[] }
    const { axe } = window as unknown as { axe: { run(where: Document, options: object): Promise<Result> } }
    const { violations } = await axe.run(document, { runOnly: ['color-contrast'] })
    return violations
      .flatMap(({ nodes }) => nodes)
      .map(
        ({ html, failureSummary }) =>
          `contrast: ${html.slice(0, 120)} ${failureSummary?.split('\n')[1] ?? ''}`,
      )
  })
}
