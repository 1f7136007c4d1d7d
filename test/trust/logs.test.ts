import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newRequestId, startTestCloud, type TestCloud } from '../support/cloud'
import { toldInLogs } from '../support/told-in-logs'
import { accepted, changing, submitted } from '../affairs/story'
import { attempt, codesOf, itemInput, newItem, redeemed, verify } from '../points/story'

let cloud: TestCloud

beforeAll(async () => (cloud = await startTestCloud()))

/** Everything that the functions wrote, after what waits has been written. */
async function logs(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 300))
  const folder = join(cloud.directory, 'logs')
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

it('[P1] the logs hold no name, phone, address, code, token or key of anybody', async () => {
  const planted = ['13812342241', 'Zhangsanfeng', 'eyJhbGciOiJub25lIn0', '老槐树胡同甲九号']
  const [phone = '', name = '', token = '', address = ''] = planted
  const chen = await cloud.staff('chen')
  const li = await cloud.resident('li')
  const item = await newItem(chen, { name: address, description: `${name} ${phone}`, pickupPlace: token })
  const { id } = await redeemed(li, item.id)
  const { digits, qr } = await codesOf(li, id)
  const requestId = newRequestId()
  const wrong = [
    { [phone]: 1 },
    { [name]: token },
    { [token]: { [phone]: 1 } },
    { requestId: phone, itemId: name, quantity: token },
    { requestId: { [phone]: name } },
    phone,
    [token],
  ]
  for (const who of [chen, li, cloud.guest()])
    for (const input of wrong)
      for (const action of [
        'points.redeem',
        'points.createItem',
        'home.show',
        `points.${token}`,
        `points.${phone}`,
      ])
        await attempt(who, action, input)
  cloud.faults.set({ rules: [{ kind: 'errorAfter', nth: 3, times: 1 }] })
  await attempt(li, 'points.redeem', { requestId, itemId: item.id, quantity: 1 })
  cloud.faults.set({ rules: [{ kind: 'crashAfter', nth: 2, times: 1 }] })
  await attempt(chen, 'points.createItem', { requestId, ...itemInput({ name: address }) })
  cloud.faults.clear()
  const kase = await submitted(li, { text: `${name} ${phone} ${address}` })
  await accepted(chen, kase)
  await attempt(chen, 'affairs.refuse', { ...changing(kase, 2), reason: `${name}${token}` })
  await attempt(li, 'affairs.rate', { requestId, caseId: kase.id, satisfied: true, comment: phone })
  await verify(chen, qr)
  await verify(chen, digits)
  const written = await logs()
  expect(written).toContain('"action":"redeem"')
  expect(written).toContain('"code":"INTERNAL"')
  const secrets = [
    ...planted,
    digits,
    qr,
    requestId,
    '李建国',
    '陈晓梅',
    'demo-li',
    'demo-chen',
    cloud.operatorKey,
  ]
  expect(secrets.filter((secret) => written.includes(secret))).toEqual([])
})

describe('[P7] what is looked for in the logs after each file of the suite is found where it stands', () => {
  const right =
    '2026-11-21T00:00:00.000Z {"event":"call","action":"redeem","traceId":"17300000000_-aBc13812342241"}'
  let directory: string
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'jinlin-told-'))
    mkdirSync(join(directory, 'logs'))
    writeFileSync(
      join(directory, 'keys.json'),
      JSON.stringify({ token: 'k'.repeat(64), secrets: { KEY: 's'.repeat(64) } }),
    )
    writeFileSync(join(directory, 'logs/functions.log'), `${right}\n`)
  })
  afterEach(() => rmSync(directory, { recursive: true, force: true }))

  it('nothing in a line as it should be', () => expect(toldInLogs(directory)).toEqual([]))

  it.each([
    ['a name or a text', '{"name":"李"}'],
    ['a phone number', '{"phone":"13812342241"}'],
    ['an openid', 'of demo-li'],
    ['a key', `Bearer ${'k'.repeat(64)}`],
    ['a key', `${'s'.repeat(64)}`],
  ])('%s', (what, line) => {
    appendFileSync(join(directory, 'logs/functions.log'), `${right}\n${line}\n`)
    expect(toldInLogs(directory)).toEqual([`functions.log:3 holds ${what}`])
  })
})
