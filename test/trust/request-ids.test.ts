import { handlerIds } from '../affairs/story'
import { inTurn } from '../support/breadth'
import { newRequestId, startTestCloud, type TestCloud } from '../support/cloud'
import { affairsPairs } from './request-pairs/affairs'
import { deskPairs } from './request-pairs/desk'
import { directoryPairs } from './request-pairs/directory'
import { dutiesPairs } from './request-pairs/duties'
import { meetingsPairs } from './request-pairs/meetings'
import { otherPairs } from './request-pairs/others'
import type { Pair, Stage } from './request-pairs/pair'
import { partyPairs } from './request-pairs/party'
import { pointsPairs } from './request-pairs/points'
import { proxyPairs } from './request-pairs/proxy'
import { privacyPairs } from './request-pairs/privacy'
import { residencyPairs } from './request-pairs/residency'
import { territoryPairs } from './request-pairs/territory'

jest.setTimeout(120_000)

let cloud: TestCloud
let pairs: Record<string, () => Promise<Pair>>

const pairsOf = (stage: Stage) =>
  Object.assign(
    {},
    ...[
      affairsPairs,
      deskPairs,
      meetingsPairs,
      pointsPairs,
      partyPairs,
      dutiesPairs,
      residencyPairs,
      territoryPairs,
      directoryPairs,
      proxyPairs,
      privacyPairs,
      otherPairs,
    ].map((make) => make(stage)),
  ) as Record<string, () => Promise<Pair>>

beforeAll(async () => {
  cloud = await startTestCloud()
  const [chen, sun, guo] = [await cloud.staff('chen'), await cloud.staff('sun'), await cloud.staff('guo')]
  const zhou = await cloud.staff('zhou')
  const handlerId = (await handlerIds(chen))['郭建军'] ?? ''
  const someone = async () => (await cloud.residents(1, 500))[0]!
  pairs = pairsOf({ cloud, chen, sun, guo, zhou, handlerId, someone })
})

test('no action that takes a request id, and anything beside it, is left out', async () => {
  type Listed = Record<string, Record<string, { input: { properties?: object } }>>
  const listed = (await (await fetch(`${cloud.url}/v1/contract`)).json()) as Listed
  const taking = Object.entries(listed).flatMap(([domain, actions]) =>
    Object.entries(actions)
      .map(([name, { input }]) => ({
        name: `${domain}.${name}`,
        fields: Object.keys(input.properties ?? {}),
      }))
      .filter(({ fields }) => fields.includes('requestId') && fields.length > 1)
      .map(({ name }) => name),
  )
  expect(taking.sort()).toEqual(Object.keys(pairs).sort())
})

describe('a request id that is used for something else', () => {
  // Nothing is made before a test asks for it: the names alone are known without a cloud.
  test.each(inTurn(Object.keys(pairsOf({} as Stage)), 2))(
    'is a conflict, and does nothing: %s',
    async (action) => {
      const { who, inputs, alone = false } = await pairs[action]!()
      const requestId = newRequestId()
      const [first, other] = inputs.map((input) => ({ ...input, requestId }))
      expect(await who.send(action, first)).toMatchObject({ ok: true })
      expect(await who.send(action, other)).toMatchObject({ ok: false, code: 'CONFLICT' })
      expect(await who.send(action, first)).toMatchObject({ ok: true })
      // With an id of its own the other would have been done: nothing but the id was wrong.
      expect(await who.send(action, { ...other, requestId: newRequestId() })).toMatchObject({ ok: !alone })
    },
  )
})
