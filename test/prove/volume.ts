import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../cloudfunctions/kit/database'
import { proveAccounts } from '../../cloudfunctions/jobs/proveAccounts'
import type { ReconcileRun } from '../../cloudfunctions/jobs/store'
import { emptyAccount, hashOfJournal, nextEntry } from '../../cloudfunctions/points/journal'
import { journalsBetween, journalsOf } from '../../cloudfunctions/points/queries'
import { readStatement } from '../../cloudfunctions/points/statement'
import { accounts, journals, type Account } from '../../cloudfunctions/points/store'
import { collections } from '../../config/collections'
import { openEngine, type Engine } from '../../localcloud/engine'
import type { StoredDocument } from '../../localcloud/engine/types'
import { readsOn } from '../bench/engine-port'
import { callerAt, newTokens, type Caller } from '../support/caller'
import { startCloudProcess } from '../support/cloud-process'
import { noHurry } from '../support/no-hurry'
import { percentile, type Line } from './line'
import { community } from './stage'

const perAccount = 100
const few = 10_000
const samples = 400
const mebibyte = 1024 * 1024

/** How many journals: the ledger of some years with `--release`, else of a few months. */
const manyOf = (release: boolean): number => (release ? 5_000_000 : 250_000)

/** A ledger that was loaded in bulk. */
interface Ledger {
  directory: string
  /** Of residents whose accounts are as old as all others, spread over the time at which they were loaded. */
  tokens: string[]
  /** Of all accounts, in the order in which they were loaded. */
  accountIds: string[]
}

/** What a page and a balance cost in a large ledger against a small one, and what its proof costs. */
export async function volume({ release }: { release: boolean }): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jinlin-volume-'))
  const many = manyOf(release)
  try {
    const small = await load(join(folder, 'small'), few)
    const large = await load(join(folder, 'large'), many)
    const against = `among ${many} journals against ${few}: median, p95`
    return [
      ...(await asResidentsAsk(small, large, against)),
      ...(await inTheEngine(small, large, against)),
      ...(await withEngine(large, proof)),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function withEngine<Result>({ directory }: Ledger, work: (engine: Engine) => Promise<Result>) {
  const engine = openEngine({ directory, collections })
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}

/** What no account of the demo has: by it those of the new residents are found. */
const firstPoints = 4_321

/** Accounts of a hundred entries each, made by the product's own rules; some of them of residents who can ask. */
async function load(directory: string, count: number): Promise<Ledger> {
  const cloud = await startCloudProcess(directory)
  const tokens = await newTokens(cloud.url, Math.min(samples, count / perAccount), firstPoints)
  await cloud.stop()
  const engine = openEngine({ directory, collections })
  const filter = { posted: firstPoints }
  const asking = (await engine.find({ collection: 'accounts', filter, limit: 1000 })) as unknown as Account[]
  if (asking.length !== tokens.length) throw new Error(`${asking.length} accounts of ${tokens.length} people`)
  const others = count / perAccount - asking.length
  // A resident's account comes after so many others, so that they lie far apart in the file.
  const between = Math.ceil(others / asking.length)
  const accountIds: string[] = []
  const add = async (made: Grown[]) => {
    await write(engine, made)
    accountIds.push(...made.map(({ account }) => account._id))
  }
  for (const [place, account] of asking.entries()) {
    await add([grown(account, perAccount - 1)])
    for (let from = 0; from < between; from += 10)
      await add(
        Array.from({ length: Math.min(10, between - from) }, (_, index) =>
          grown(emptyAccount(community, memberOf(place * between + from + index)), perAccount),
        ),
      )
  }
  await engine.close()
  return { directory, tokens, accountIds }
}

const memberOf = (account: number): string => `m_${String(account).padStart(22, '0')}`

type Grown = ReturnType<typeof grown>

async function write(engine: Engine, made: Grown[]): Promise<void> {
  await engine.insert('journals', made.flatMap((one) => one.journals) as unknown as StoredDocument[])
  for (const { account } of made) {
    const { _id, ...change } = account
    const how = { replace: true, upsert: true, multi: false }
    await engine.modify({ collection: 'accounts', filter: { _id }, change, ...how })
  }
}

/** An account with so many entries more. */
function grown(first: Account, entries: number) {
  let account = first
  const made = Array.from({ length: entries }, (_, index) => {
    const amount = 10 + (index % 7)
    const next = nextEntry(
      account,
      {
        key: `grant:${first.memberId}:${index}`,
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

/** Runs a reading in turn in both ledgers. @returns the ratios of the medians and of the 95th percentiles */
async function ratiosOf(small: (turn: number) => Promise<unknown>, large: typeof small): Promise<number[]> {
  const waits: [number[], number[]] = [[], []]
  for (let turn = 0; turn < samples; turn += 1)
    for (const [side, read] of [small, large].entries()) {
      const from = performance.now()
      if (!(await read(turn))) throw new Error(`reading ${turn} found nothing`)
      waits[side as 0 | 1].push(performance.now() - from)
    }
  return [0.5, 0.95].map((share) => percentile(waits[1], share) / percentile(waits[0], share))
}

const withinHalfMore = (line: string, ratios: number[]): Line => ({
  line,
  limit: '≤ 1.5×',
  figure: ratios.map((ratio) => `${ratio.toFixed(2)}×`).join(', '),
  holds: ratios.every((ratio) => ratio <= 1.5),
})

/** The two pages as residents open them: through function, SDK and gateway, each on a cloud of its own. */
async function asResidentsAsk(small: Ledger, large: Ledger, against: string): Promise<Line[]> {
  const start = ({ directory }: Ledger) =>
    startCloudProcess(directory, ['--env', `JINLIN_RATE=${noHurry.JINLIN_RATE}`])
  const clouds = [await start(small), await start(large)] as const
  const pages: Record<string, (who: Caller) => Promise<{ ok: boolean }>> = {
    'a page of the statement': (who) => who.call('points.statement', { before: 80, limit: 50 }),
    'a balance with the first page': (who) => who.call('points.overview', {}),
  }
  const lines: Line[] = []
  try {
    for (const [name, open] of Object.entries(pages)) {
      const readIn =
        (ledger: Ledger, { url }: { url: string }) =>
        async (turn: number) =>
          (await open(callerAt(url, ledger.tokens[turn % ledger.tokens.length]))).ok
      const [first, second] = [readIn(small, clouds[0]), readIn(large, clouds[1])]
      // The first call of a function starts it.
      for (const read of [first, second]) await read(0)
      lines.push(withinHalfMore(`${name} ${against}`, await ratiosOf(first, second)))
    }
  } finally {
    await Promise.all(clouds.map((cloud) => cloud.stop()))
  }
  return lines
}

/**
 * The same in the engine alone, of accounts far apart. What is in no cache counts in full: an account of the large ledger
 * is read for the first time, each of the small one again and again (decision 0199).
 */
function inTheEngine(small: Ledger, large: Ledger, against: string): Promise<Line[]> {
  const kinds = {
    'a page of the statement': (db: Database, id: string) => readStatement(db, id, 80, 50),
    'a balance': (db: Database, id: string) => db.read(accounts, id),
  }
  return withEngine(small, (smallEngine) =>
    withEngine(large, async (largeEngine) => {
      const lines: Line[] = []
      for (const [name, read] of Object.entries(kinds)) {
        const readIn = (engine: Engine, { accountIds }: Ledger) => {
          const db = readsOn(engine) as Database
          const count = accountIds.length
          return (turn: number) => read(db, accountIds[Math.floor(turn * 0.618 * count) % count] ?? '')
        }
        const ratios = await ratiosOf(readIn(smallEngine, small), readIn(largeEngine, large))
        lines.push(withinHalfMore(`  in the engine alone: ${name} ${against}`, ratios))
      }
      return lines
    }),
  )
}

/**
 * The proof of all accounts against a loop that only reads the same journals and hashes them, in turn, some accounts
 * at a time.
 */
async function proof(engine: Engine): Promise<Line[]> {
  const db = readsOn(engine) as Database
  const accountsInAll = await engine.count('accounts', {})
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
  const sumOf = (of: 'accounts' | 'journals') => run.communities.reduce((sum, one) => sum + one[of], 0)
  const ratio = hashing / proving
  const isClean =
    run.differences.length === 0 && sumOf('accounts') === accountsInAll && sumOf('journals') === hashed
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
