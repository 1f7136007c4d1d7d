import { startTestCloud, type TestCloud } from '../support/cloud'
import { residentPages, staffPages, type Things } from './page-cases'
import { newPerson } from './person'
import { look, statesOf, thingsIn } from './page-look'
import { pagesIn, residentPlaces } from './page-turns'

let cloud: TestCloud
let things: Things
beforeAll(async () => {
  cloud = await startTestCloud()
  things = await thingsIn(cloud)
  // The demo's data and five meetings: longer than a minute where everything else runs as well.
}, 180_000)

test('no page of the product is left out', async () => {
  process.env.TARO_ENV = 'h5'
  process.env.JINLIN_DEMO = '1'
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
  const { default: config } = await import('../../src/app.config')
  const nested = (config.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root}/${page}`),
  )
  const seen = new Set([...residentPages, ...staffPages].map(({ page }) => page))
  expect([...(config.pages ?? []), ...nested].filter((page) => !seen.has(page))).toEqual([])
})

const onPhone = pagesIn('phone', residentPages, residentPlaces)
test.each(onPhone.map((one) => [one.name, statesOf(one).join(', '), one] as const))(
  'residents see %s: %s',
  (_name, _states, one) => look(cloud, things, one),
)

test('who chose larger words sees them from the first moment', async () => {
  const { page, sees } = await newPerson(cloud.url, { mode: 'elder' })
  await page.goto('/#/pages/home/index')
  await page.locator('html.elder').waitFor()
  await sees(/先随便看看|登录/)
})
