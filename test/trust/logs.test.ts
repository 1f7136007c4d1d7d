import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newRequestId, startTestCloud, type TestCloud } from '../support/cloud'
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
