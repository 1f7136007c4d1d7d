import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { transactOn } from '../../cloudfunctions/kit/transact'
import { emptyAccount, nextEntry, type Draft } from '../../cloudfunctions/points/journal'
import { post } from '../../cloudfunctions/points/post'
import { accountIdOf, accounts, journals } from '../../cloudfunctions/points/store'
import { collections } from '../../config/collections'
import { openEngine } from '../../localcloud/engine'
import type { StoredDocument } from '../../localcloud/engine/types'
import { type BenchLine, timing } from './line'
import { beginOn } from './engine-port'
import { accountsInAll, openPeerLedger } from './peer-ledger'
import { startPostgres } from './postgres'

/** One of the two that are compared. */
export interface Side {
  /** Moves one point out of an account, once for each key. */
  transfer(caller: number, account: number, key: string): Promise<void>
  close(): Promise<void>
}

const callers = 8
const perCaller = 60
const rounds = 9
/** Rounds of each side that are not counted: until then V8 runs what it has not compiled yet, at a third of the speed. */
const warmUp = 8
const community = 'wendeng.tianfu.pinganli'

/** What one round of one side gave. */
interface Round {
  perSecond: number
  waits: number[]
}

/** The product's own `post` on the kit's transactions, bound to the engine without HTTP: many accounts. */
export const ledger = (): Promise<BenchLine> =>
  compare('ledger core, 8 callers on many accounts', 0.8, spread)

/** The same on one account: each waits for the one before. */
export const hotLedger = (): Promise<BenchLine> =>
  compare('ledger core, 8 callers on one account', 2, () => 0)

const spread = (caller: number, turn: number): number => (turn * callers + caller) % accountsInAll

async function openOwnLedger(): Promise<Side> {
  const directory = mkdtempSync(join(tmpdir(), 'jinlin-bench-'))
  const engine = openEngine({ directory, collections })
  const at = new Date().toISOString()
  const idOf = (account: number) => accountIdOf(community, `m_${String(account).padStart(22, '0')}`)
  for (let account = 0; account < accountsInAll; account += 1) {
    const lots = [{ expiresOn: '2027-12-31', points: 1_000_000 }]
    const empty = emptyAccount(community, `m_${String(account).padStart(22, '0')}`)
    const granted = nextEntry(
      empty,
      { ...draft(`grant:${account}`, 1_000_000, at), lots, system: 'issuance' },
      '2026-01-01',
    )
    await engine.insert('accounts', [granted.account as unknown as StoredDocument])
    await engine.insert('journals', [granted.journal as unknown as StoredDocument])
  }
  return {
    transfer: async (_caller, account, key) => {
      await transactOn(
        () => beginOn(engine),
        async (tx) => {
          const known = await tx.find(journals, key)
          if (known) throw new Error('the key was used before')
          const found = await tx.find(accounts, idOf(account))
          if (!found) throw new Error('no account')
          await post(tx, found, draft(key, -1, new Date().toISOString()))
        },
      )
    },
    close: async () => {
      await engine.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

const draft = (key: string, amount: number, at: string): Draft => ({
  key,
  amount,
  system: 'shop',
  reason: { rule: null, ruleVersion: null, kind: 'redeem', title: '兑换 抽纸' },
  redemptionId: null,
  reverses: null,
  actor: 'm_0000000000000000000000',
  at,
})

/** Both durable, in turn. */
async function compare(
  name: string,
  least: number,
  accountOf: (caller: number, turn: number) => number,
): Promise<BenchLine> {
  const postgres = await startPostgres(process.env.JINLIN_BENCH_PEERS ?? '')
  if (!postgres) return absent(name, least)
  const sides = { own: await openOwnLedger(), peer: await openPeerLedger(postgres, callers) }
  try {
    const results: { own: Round[]; peer: Round[] } = { own: [], peer: [] }
    for (let round = 0; round < warmUp + rounds; round += 1)
      for (const side of round % 2 === 0 ? (['own', 'peer'] as const) : (['peer', 'own'] as const)) {
        const account = (caller: number, turn: number) => accountOf(caller, round * perCaller + turn)
        const result = await runRound(sides[side], `${round}`, account)
        if (round >= warmUp) results[side].push(result)
      }
    return lineOf(name, least, results, postgres.version)
  } finally {
    await sides.own.close()
    await sides.peer.close()
    await postgres.stop()
  }
}

function lineOf(
  name: string,
  least: number,
  { own, peer }: { own: Round[]; peer: Round[] },
  version: string,
): BenchLine {
  const waits = (side: Round[]) => side.flatMap((round) => round.waits)
  const perSecond = (side: Round[]) =>
    timing(
      '',
      side.map((round) => round.perSecond),
    ).median
  const ratio = perSecond(own) / perSecond(peer)
  return {
    name,
    limit: `≥ ${least}`,
    ratio,
    holds: ratio >= least,
    ours: timing('points/post.ts on kit/transact.ts and the engine', waits(own)),
    theirs: timing(`${version}, a plpgsql function`, waits(peer)),
    notes: [`transfers a second: ${perSecond(own).toFixed(0)} against ${perSecond(peer).toFixed(0)}`],
  }
}

function absent(name: string, least: number): BenchLine {
  const none = { what: 'nothing', median: 0, p95: 0, runs: 0 }
  const notes = ['not measured: there is no PostgreSQL on this machine']
  return { name, limit: `≥ ${least}`, ratio: 0, holds: true, ours: none, theirs: none, notes }
}

async function runRound(
  side: Side,
  prefix: string,
  accountOf: (caller: number, turn: number) => number,
): Promise<Round> {
  const waits: number[] = []
  const from = performance.now()
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let turn = 0; turn < perCaller; turn += 1) {
        const sentAt = performance.now()
        await side.transfer(caller, accountOf(caller, turn), `${prefix}:${caller}:${turn}`)
        waits.push(performance.now() - sentAt)
      }
    }),
  )
  return { perSecond: (callers * perCaller * 1000) / (performance.now() - from), waits }
}
