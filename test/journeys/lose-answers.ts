import type { Page } from 'playwright-core'

/** From now on the server hears of an action, and nobody hears the server. */
export async function loseAnswers(page: Page, action: string) {
  const loss = { reached: 0, end: () => page.unroute('**/v1/functions/**') }
  await page.route('**/v1/functions/**', async (route) => {
    const event = route.request().postDataJSON() as { action: string }
    if (event.action !== action) return route.continue()
    await route.fetch()
    loss.reached += 1
    return route.abort()
  })
  return loss
}
