import { startTestCloud, type TestCloud } from '../support/cloud'
import { staffPages, type Things } from './page-cases'
import { atDesk, look, onPhone, statesOf, thingsIn } from './page-look'

const desk = { width: 1280, height: 800 }

let cloud: TestCloud
let things: Things
beforeAll(async () => {
  cloud = await startTestCloud()
  things = await thingsIn(cloud)
  // The demo's data and five meetings: longer than a minute where everything else runs as well.
}, 180_000)

describe('people with a duty see', () => {
  test.each(staffPages.filter(onPhone).map((one) => [one.name, statesOf(one).join(', '), one] as const))(
    'on a phone %s: %s',
    (_name, _states, one) => look(cloud, things, one),
  )

  test.each(staffPages.filter(atDesk).map((one) => [one.name, one] as const))('at a desk %s', (_name, one) =>
    look(cloud, things, { ...one, action: undefined }, desk),
  )
})
