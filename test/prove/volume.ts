import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../cloudfunctions/kit/database'
import { proveAccounts } from '../../cloudfunctions/jobs/proveAccounts'
import type { ReconcileRun } from '../../cloudfunctions/jobs/store'
import { emptyAccount, hashOfJournal, nextEntry } from '../../cloudfunctions/points/journal'
import { journalsBetween, journalsOf } from '../../cloudfunctions/points/queries'
import { readStatement } from '../../cloudfunctions/points/statement'
import { accountIdOf, accounts, journals } from '../../cloudfunctions/points/store'
import { collections } from '../../config/collections'
import { openEngine, type Engine } from '../../localcloud/engine'
import type { StoredDocument } from '../../localcloud/engine/types'
import { readsOn } from '../bench/engine-port'
import { percentile, type Line } from './line'

const community = 'wendeng.tianfu.pinganli'
const perAccount = 100
const few = 10_000
const samples = 400
const mebibyte = 1024 * 1024

/** How many journals: the ledger of some years with `--release`, else of a few months. */
const manyOf = (release: boolean): number => (release ? 5_000_000 : 250_000)

/** A ledger that was loaded in bulk, and read without HTTP. */
interface Ledger {
  accountsInAll: number
  engine: Engine
  db: Database
}

/** What a page and a balance cost in a large ledger against a small one, and what its proof costs. */
export async function volume({ release }: { release: boolean }): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jinlin-volume-'))
  const small = await load(join(folder, 'small'), few)
  const large = await load(join(folder, 'large'), manyOf(release))
  try {
    return [...(await pages(small, large)), ...(await proof(large))]
  } finally {
    await small.engine.close()
    await large.engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const memberOf = (account: number): string => `m_${String(account).padStart(22, '0')}`

/** Accounts of a hundred entries each, made by the product's own rules. */
async function load(directory: string, count: number): Promise<Ledger> {
  const engine = openEngine({ directory, collections })
  const accountsInAll = count / perAccount
  for (let from = 0; from < accountsInAll; from += 10) {
    const made = Array.from({ length: Math.min(10, accountsInAll - from) }, (_, index) =>
      entriesOf(from + index),
    )
    await engine.insert('journals', made.flatMap((one) => one.journals) as unknown as StoredDocument[])
    await engine.insert('accounts', made.map((one) => one.account) as unknown as StoredDocument[])
  }
  return { accountsInAll, engine, db: readsOn(engine) as Database }
}

function entriesOf(number: number) {
  let account = emptyAccount(community, memberOf(number))
  const made = Array.from({ length: perAccount }, (_, index) => {
    const amount = 10 + (index % 7)
    const next = nextEntry(
      account,
      {
        key: `grant:${number}:${index}`,
        amount,
        lots: [{ expiresOn: '2028-12-31', points: amount }],
        system: 'issuance',
        reason: { rule: '3.2', ruleVersion: 1, kind: 'grant', title: '参加楼道清洁' },
        redemptionId: null,
        reverses: null,
        actor: memberOf(0),
        at: new Date(Date.UTC(2026, 0, 1) + index * 86_400_000).toISOString(),
      },
      '2026-01-01',
    )
    account = next.account
    return next.journal
  })
  return { account, journals: made }
}

/** A page of the statement from its middle, and the balance: in turn in both ledgers, of accounts far apart. */
async function pages(small: Ledger, large: Ledger): Promise<Line[]> {
  const kinds = {
    'a page of the statement': (db: Database, id: string) => readStatement(db, id, 80, 50),
    'a balance': (db: Database, id: string) => db.read(accounts, id),
  }
  const lines: Line[] = []
  for (const [name, read] of Object.entries(kinds)) {
    const waits = { small: [] as number[], large: [] as number[] }
    for (let sample = 0; sample < samples; sample += 1)
      for (const [side, ledger] of [['small', small] as const, ['large', large] as const]) {
        const account = Math.floor(sample * 0.618 * ledger.accountsInAll) % ledger.accountsInAll
        const from = performance.now()
        const found = await read(ledger.db, accountIdOf(community, memberOf(account)))
        waits[side].push(performance.now() - from)
        if (!found) throw new Error(`${name}: account ${account} is missing`)
      }
    const ratios = [0.5, 0.95].map((share) => percentile(waits.large, share) / percentile(waits.small, share))
    lines.push({
      line: `${name} among ${large.accountsInAll * perAccount} journals against ${few}: median, p95`,
      limit: '≤ 1.5×',
      figure: ratios.map((ratio) => `${ratio.toFixed(2)}×`).join(', '),
      holds: ratios.every((ratio) => ratio <= 1.5),
    })
  }
  return lines
}

/**
 * The proof of all accounts against a loop that only reads the same journals and hashes them, in turn, some accounts
 * at a time.
 */
async function proof({ accountsInAll, db }: Ledger): Promise<Line[]> {
  let run = { ...newRun }
  let [proving, hashing, most, hashed] = [0, 0, 0, 0]
  while (run.stage === 'accounts') {
    const low = run.cursor
    const from = performance.now()
    run = await proveAccounts(db, run)
    const between = performance.now()
    hashed += await hashBetween(db, low, run.stage === 'accounts' ? run.cursor : '\uffff')
    proving += between - from
    hashing += performance.now() - between
    most = Math.max(most, process.memoryUsage().rss)
  }
  const [counts] = run.communities
  const ratio = hashing / proving
  const isClean =
    run.differences.length === 0 && counts?.accounts === accountsInAll && hashed === counts.journals
  const perSecond = (ms: number) => `${((hashed * 1000) / ms / 1000).toFixed(0)}k/s`
  return [
    {
      line: `the proof of ${hashed} journals against a loop that reads and hashes them`,
      limit: 'clean, ≥ 0.5×',
      figure: `${isClean ? 'clean' : 'NOT CLEAN'}, ${ratio.toFixed(2)}× (${perSecond(proving)} against ${perSecond(hashing)})`,
      holds: isClean && ratio >= 0.5,
    },
    {
      line: '  memory of it, database included',
      limit: '≤ 1,024 MiB',
      figure: `${(most / mebibyte).toFixed(0)} MiB`,
      holds: most <= 1024 * mebibyte,
    },
  ]
}

const newRun: ReconcileRun = {
  ...{ _id: 'reconcile', schemaVersion: 1, day: '2026-11-24', stage: 'accounts', cursor: '' },
  ...{ communities: [], differences: [], leasedUntil: '2026-11-24T00:00:00.000Z' },
}

/** Reads as the proof does, by the same two queries. @returns how many hashes were right */
async function hashBetween(db: Database, low: string, high: string): Promise<number> {
  let [after, right] = [low, 0]
  const count = (page: Array<Parameters<typeof hashOfJournal>[0]>) =>
    page.filter((journal) => hashOfJournal(journal) === journal.member.hash).length
  for (;;) {
    const page = await db.list(journals, journalsBetween(after, high, 1000))
    right += count(page)
    const last = page[page.length - 1]
    if (!last || page.length < 1000) return right
    right += count(await db.list(journals, journalsOf(last.member.account, last.member.seq, 1000)))
    after = last.member.account
  }
}
