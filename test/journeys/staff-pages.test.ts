import { openPhone } from '../support/browser'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { makeContactSheet } from '../support/contact-sheet'
import { staffPages, type Things } from './page-cases'
import { look, openings, statesOf, thingsIn } from './page-look'

const desk = { width: 1280, height: 800 }

let cloud: TestCloud
let things: Things
beforeAll(async () => {
  cloud = await startTestCloud()
  things = await thingsIn(cloud)
})

describe.each(openings.map((modes) => ({ modes })))('what people with a duty see, $modes', ({ modes }) => {
  const cases = staffPages.flatMap((one) =>
    statesOf(one, modes).map((state) => [one.name, state, one] as const),
  )
  test.each(cases)('on a phone: %s, %s', (_name, state, one) => look(cloud, things, one, { modes, state }))

  const atDesk = staffPages.map((one) => [one.name, one] as const)
  test.each(atDesk)('at a desk: %s', (_name, one) =>
    look(cloud, things, one, { modes, state: 'there', size: desk }),
  )
})

test('all pictures are on the contact sheet', async () => {
  const { page } = await openPhone()
  await makeContactSheet(page)
})
