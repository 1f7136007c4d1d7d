import { startTestCloud, type TestCloud } from '../support/cloud'
import { staffPages, type Things } from './page-cases'
import { look, statesOf, thingsIn } from './page-look'
import { pagesIn, staffPlaces } from './page-turns'

const desk = { width: 1280, height: 800 }

let cloud: TestCloud
let things: Things
beforeAll(async () => {
  cloud = await startTestCloud()
  things = await thingsIn(cloud)
  // The demo's data and five meetings: longer than a minute where everything else runs as well.
}, 180_000)

describe('people with a duty see', () => {
  const onPhone = pagesIn('phone', staffPages, staffPlaces)
  test.each(onPhone.map((one) => [one.name, statesOf(one).join(', '), one] as const))(
    'on a phone %s: %s',
    (_name, _states, one) => look(cloud, things, one),
  )

  const atDesk = pagesIn('desk', staffPages, staffPlaces)
  test.each(atDesk.map((one) => [one.name, one] as const))('at a desk %s', (_name, one) =>
    look(cloud, things, { ...one, action: undefined }, desk),
  )
})
