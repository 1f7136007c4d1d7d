import { join } from 'node:path'
import Database from 'libsql'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
  liulin,
  newItem,
  pinganli,
  reconcile,
  redeemed,
  stored,
  type Redemption,
  type StaffItem,
} from './story'

interface Entry {
  _id: string
  communityId: string
  member: { account: string; seq: number; amount: number; hash: string; previousHash: string }
}

let cloud: TestCloud
let who: Caller
let item: StaffItem
let redemption: Redemption
/** The three entries of one account: a grant, a redemption, another one. */
let entries: Entry[]

beforeAll(async () => {
  cloud = await startTestCloud()
  const chen = await cloud.staff('chen')
  item = await newItem(chen, { stock: 100 })
  who = (await cloud.residents(1, 100))[0]!
  redemption = await redeemed(who, item.id)
  await redeemed(who, item.id, 2)
  const [mine] = await stored<Entry>(cloud, 'journals', { redemptionId: redemption.id })
  entries = await stored<Entry>(cloud, 'journals', { 'member.account': mine?.member.account })
  entries.sort((a, b) => a.member.seq - b.member.seq)
})

/** Opens the database's file as somebody with a SQLite shell does, while the cloud runs. */
function byHand(sql: string, ...values: unknown[]): void {
  const file = new Database(join(cloud.directory, 'data.sqlite'))
  file.exec('PRAGMA busy_timeout=5000')
  file.prepare(sql).run(...values)
  file.close()
}

function textOf(collection: string, id: string): string {
  const file = new Database(join(cloud.directory, 'data.sqlite'))
  const row = file.prepare(`SELECT doc FROM "${collection}" WHERE _id = ?`).get(id) as { doc: string }
  file.close()
  return row.doc
}

const redeemOne = (caller: Caller, itemId: string) =>
  caller.call('points.redeem', { requestId: newRequestId(), itemId, quantity: 1 })

/** The proof names the document, the community's redemption is closed, and no other community's. */
async function expectNamed(document: string): Promise<void> {
  const { differences } = await reconcile(cloud)
  expect(differences.map((one) => one.document)).toContain(document)
  expect(new Set(differences.map(({ communityId }) => communityId))).toEqual(new Set([pinganli]))
  expect(await redeemOne(who, item.id)).toMatchObject({ code: 'REDEMPTION_FROZEN' })
  expect((await cloud.guest().get('points.item', { itemId: item.id })).item.frozen).toBe(true)
  const staff = [await cloud.staff('chen'), await cloud.staff('zhao')] as const
  expect(await staff[0].get('points.ledgerState', { communityId: pinganli })).toMatchObject({
    frozen: true,
    lastProof: { differences: differences.length },
  })
  expect(await staff[1].get('points.ledgerState', { communityId: liulin })).toMatchObject({ frozen: false })
  const liu = await cloud.resident('liu')
  const [towel] = (await liu.get('points.items', { communityId: liulin })).items
  expect(towel?.frozen).toBe(false)
}

async function expectOpenAgain(): Promise<void> {
  expect(await reconcile(cloud)).toMatchObject({ differences: [] })
  expect((await cloud.guest().get('points.item', { itemId: item.id })).item.frozen).toBe(false)
}

/** Alters one field of a document in the file, has it named, and puts the text back. */
async function altered(
  collection: string,
  id: string,
  path: string,
  value: unknown,
  named = `${collection}/${id}`,
) {
  const before = textOf(collection, id)
  const sql = `UPDATE "${collection}" SET doc = json_set(doc, ?, json(?)) WHERE _id = ?`
  byHand(sql, path, JSON.stringify(value), id)
  expect(textOf(collection, id)).not.toBe(before)
  try {
    await expectNamed(named)
  } finally {
    byHand(`UPDATE "${collection}" SET doc = ? WHERE _id = ?`, before, id)
  }
  await expectOpenAgain()
}

const journal = (index: number) => entries[index]?._id ?? ''
const account = () => entries[0]?.member.account ?? ''

it('[L5] the proof of an untouched ledger is clean, and staff see its figures', async () => {
  await expectOpenAgain()
  const chen = await cloud.staff('chen')
  const { lastProof } = await chen.get('points.ledgerState', { communityId: pinganli })
  const { issued = 0, redeemed: spent = 0, reversed = 0, expired = 0, outstanding = 0 } = lastProof ?? {}
  expect(issued - spent + reversed - expired).toBe(outstanding)
  expect(spent).toBeGreaterThan(0)
})

describe('[L5] altered by hand in the file, and named by the proof', () => {
  it('the amount of an entry', () => altered('journals', journal(0), '$.member.amount', 1000))
  it('the amount of its other leg', () => altered('journals', journal(1), '$.system.amount', 9))
  it('the hash of an entry', () => altered('journals', journal(1), '$.member.hash', 'f'.repeat(64)))
  it('the hash before an entry', () =>
    altered('journals', journal(1), '$.member.previousHash', 'f'.repeat(64)))
  it('the reason of an entry', () => altered('journals', journal(0), '$.reason.title', '别的事'))
  it('the lots of an entry', () => altered('journals', journal(0), '$.member.lots[0].points', 99))
  it('the lots of an entry, made no lots at all', () =>
    altered('journals', journal(0), '$.member.lots', null))
  it('the lots of an account, made no lots at all', () => altered('accounts', account(), '$.lots', [null]))
  it('the day of an entry', () => altered('journals', journal(0), '$.at', '2026-01-01T00:00:00.000Z'))
  it('the balance of an account', () => altered('accounts', account(), '$.posted', 1_000_000))
  it('the head of an account', () => altered('accounts', account(), '$.head', '0'.repeat(64)))
  it('the number of an account', () => altered('accounts', account(), '$.seq', 2))
  it('the points of a lot', () => altered('accounts', account(), '$.lots[0].points', 7_000))
  it('the last day of a lot', () => altered('accounts', account(), '$.lots[0].expiresOn', '2099-12-31'))
  it('the price of a redemption', () => altered('redemptions', redemption.id, '$.costPoints', 1))
  it('the state of a redemption', () => altered('redemptions', redemption.id, '$.state', 'cancelled'))
  it('the state of a redemption, as if it had been picked up', () =>
    altered('redemptions', redemption.id, '$.state', 'picked_up'))
  it('how many of an item its owner has had', () =>
    altered('accounts', account(), '$.tallies[0].quantity', 1))
  it('the stock of an item', () => altered('items', item.id, '$.left', 99))
  it('the reserved units of an item', () => altered('items', item.id, '$.reservedUnits', 0))
})

describe('[L5] deleted by hand in the file, and named by the proof', () => {
  const restore = async (collection: string, id: string, named: string) => {
    const [document] = await stored(cloud, collection, { _id: id })
    byHand(`DELETE FROM "${collection}" WHERE _id = ?`, id)
    await expectNamed(named)
    await cloud.engine.insert(collection, [document!])
    await expectOpenAgain()
  }

  it('an entry in the middle: the next one does not follow', () =>
    restore('journals', journal(1), `journals/${journal(2)}`))
  it('the last entry: its account is ahead of it', () =>
    restore('journals', journal(2), `accounts/${account()}`))
  it('the payment of a redemption', () => restore('journals', journal(1), `redemptions/${redemption.id}`))
  it('an account', () => restore('accounts', account(), `accounts/${account()}`))
})
