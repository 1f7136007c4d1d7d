import { openPhone } from '../support/browser'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { makeContactSheet } from '../support/contact-sheet'
import { residentPages, staffPages, type Things } from './page-cases'
import { look, openings, statesOf, thingsIn } from './page-look'

let cloud: TestCloud
let things: Things
beforeAll(async () => {
  cloud = await startTestCloud()
  things = await thingsIn(cloud)
})

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

describe.each(openings.map((modes) => ({ modes })))('what residents see, $modes', ({ modes }) => {
  const cases = residentPages.flatMap((one) =>
    statesOf(one, modes).map((state) => [one.name, state, one] as const),
  )
  test.each(cases)('%s, %s', (_name, state, one) => look(cloud, things, one, { modes, state }))
})

test('all pictures are on the contact sheet', async () => {
  const { page } = await openPhone()
  await makeContactSheet(page)
})
