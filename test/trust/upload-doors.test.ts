import { contract } from '@contract/index'
import type { ActionDefinition } from '@contract/action'
import { jpegWith } from '../affairs/story'
import { pinganli } from '../points/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { base64, notTaken, photoDoors, workbookDoors } from './upload-payloads'

/** Letters that no text of any form has: a field that takes more takes a file. */
const moreThanAnyText = 20_000

const takesFile = ({ input }: ActionDefinition): boolean =>
  'shape' in input &&
  Object.values(input.shape as Record<string, { maxLength?: number | null }>).some(
    ({ maxLength }) => (maxLength ?? 0) > moreThanAnyText,
  )

it('[P1] every action that takes a file is tried with files that are none', () => {
  const taking = Object.entries(contract as Record<string, Record<string, ActionDefinition>>).flatMap(
    ([domain, actions]) =>
      Object.entries(actions)
        .filter(([, definition]) => takesFile(definition))
        .map(([name]) => `${domain}.${name}`),
  )
  expect(taking.sort()).toEqual([...photoDoors, ...workbookDoors].sort())
})

describe.each(workbookDoors)('[P1] %s refuses, and keeps nothing of', (door) => {
  let cloud: TestCloud
  let chen: Caller
  beforeAll(async () => {
    cloud = await startTestCloud()
    chen = await cloud.staff('chen')
  })
  const kept = () =>
    Promise.all(
      ['imports', 'import_batches', 'uploads'].map((collection) => cloud.engine.count(collection, {})),
    )
  let before: number[]
  beforeEach(async () => (before = await kept()))
  afterEach(async () => expect(await kept()).toEqual(before))

  const upload = (contentBase64: string) =>
    chen.send(door, {
      ...{ requestId: newRequestId(), communityId: pinganli },
      ...{ fileName: '花名册.xlsx', contentBase64 },
    })

  it.each([...Object.entries(notTaken), ['a photo', base64(jpegWith())]])('%s', async (_what, file) => {
    expect(await upload(file)).toMatchObject({ ok: false, code: 'FILE_UNREADABLE' })
  })

  it('one that is larger than a workbook may be', async () => {
    const reply = await upload(base64(Buffer.alloc(3_100_000)))
    expect(reply).toMatchObject({ code: 'INVALID_INPUT', detail: 'contentBase64' })
  })

  it('one of fifty megabytes, which no function gets to see', async () => {
    const calls = cloud.stats.lastCall('imports')
    await expect(upload('A'.repeat(50 * 1024 * 1024))).rejects.toThrow('EXCEED_MAX_PAYLOAD_SIZE')
    expect(cloud.stats.lastCall('imports')).toEqual(calls)
  })
})
