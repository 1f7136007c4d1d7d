import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEngine } from '../../localcloud/engine'
import type { Engine } from '../../localcloud/engine/types'
import type { Line } from './line'

const accounts = 40
const transfers = 400
const cuts = 60
const total = accounts * 1000

const collections = {
  accounts: { indexes: [] },
  transfers: { indexes: [{ name: 'order', fields: [['n', 1]] as const }] },
}

/**
 * The log of the database ends in the middle of a write, as after a power cut: cut off at random places, and with a
 * page of it overwritten. Whatever opens must hold a state that there was: transfers 1 to n, all of them, and balances
 * that say the same.
 */
export async function torn(): Promise<Line[]> {
  const origin = mkdtempSync(join(tmpdir(), 'jinlin-torn-'))
  const copy = `${origin}-copy`
  try {
    await writeTransfers(origin)
    const faults: string[] = []
    const kept: number[] = []
    const log = readFileSync(join(origin, 'copied.sqlite-wal'))
    for (let cut = 0; cut < cuts; cut += 1) {
      const offset = Math.floor((log.length * (cut * 0.618 + 0.05)) % log.length)
      lay(origin, copy, cut % 2 === 0 ? { truncateAt: offset } : { scribbleAt: offset })
      kept.push(await lookAt(copy, `${cut % 2 === 0 ? 'cut' : 'scribbled'} at ${offset}`, faults))
    }
    return [
      {
        line: `${cuts} torn writes: the log cut off or scribbled over at random places`,
        limit: 'each opens with the transfers 1 to n, and balances that fit',
        figure: `${Math.min(...kept)} to ${Math.max(...kept)} of ${transfers} kept; ${[...faults.slice(0, 3), `${faults.length} faults`].join('; ')}`,
        holds: faults.length === 0 && Math.max(...kept) > Math.min(...kept),
      },
    ]
  } finally {
    for (const folder of [origin, copy]) rmSync(folder, { recursive: true, force: true })
  }
}

/** Transfers one after the other; the files are copied while the database is open, so that the log is still there. */
async function writeTransfers(directory: string): Promise<void> {
  const engine = openEngine({ directory, collections })
  const ids = Array.from({ length: accounts }, (_, index) => `a${index}`)
  await engine.insert(
    'accounts',
    ids.map((_id) => ({ _id, balance: 1000 })),
  )
  for (let n = 1; n <= transfers; n += 1) await transfer(engine, n)
  for (const name of readdirSync(directory).filter((one) => one.startsWith('data.sqlite')))
    copyFileSync(join(directory, name), join(directory, name.replace('data', 'copied')))
  await engine.close()
}

async function transfer(engine: Engine, n: number): Promise<void> {
  const transactionId = engine.begin()
  const move = async (account: number, by: number) => {
    const filter = { _id: `a${account % accounts}` }
    await engine.modify({
      collection: 'accounts',
      filter,
      change: { $inc: { balance: by } },
      ...once,
      transactionId,
    })
  }
  await move(n, -1)
  await move(n * 7 + 3, 1)
  await engine.insert('transfers', [{ _id: `t${n}`, n }], transactionId)
  await engine.commit(transactionId)
}

const once = { replace: false, upsert: false, multi: false }

function lay(origin: string, copy: string, damage: { truncateAt?: number; scribbleAt?: number }): void {
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy)
  copyFileSync(join(origin, 'copied.sqlite'), join(copy, 'data.sqlite'))
  const log = join(copy, 'data.sqlite-wal')
  copyFileSync(join(origin, 'copied.sqlite-wal'), log)
  if (damage.truncateAt !== undefined) return truncateSync(log, damage.truncateAt)
  const bytes = readFileSync(log)
  bytes.fill(0xa5, damage.scribbleAt, (damage.scribbleAt ?? 0) + 512)
  writeFileSync(log, bytes)
}

/** @returns how many transfers are there */
async function lookAt(directory: string, how: string, faults: string[]): Promise<number> {
  const engine = openEngine({ directory, collections })
  try {
    const made = await engine.find({
      collection: 'transfers',
      filter: { n: { $gt: 0 } },
      sort: [['n', 1]],
      limit: 1000,
    })
    const found = await engine.find({ collection: 'accounts', filter: { _id: { $gte: 'a' } }, limit: 1000 })
    if (made.some(({ n }, index) => n !== index + 1)) faults.push(`${how}: a transfer is missing in between`)
    const sum = found.reduce((all, { balance }) => all + Number(balance), 0)
    if (found.length > 0 && sum !== total) faults.push(`${how}: the balances sum to ${sum}`)
    const wrong = found.filter(({ _id, balance }) => balance !== balanceAfter(_id, made.length))
    if (wrong.length > 0) faults.push(`${how}: ${wrong.length} balances are of another state`)
    return made.length
  } catch (error) {
    faults.push(`${how}: ${error instanceof Error ? error.message : String(error)}`)
    return 0
  } finally {
    await engine.close()
  }
}

function balanceAfter(id: string, count: number): number {
  let balance = 1000
  for (let n = 1; n <= count; n += 1) {
    if (id === `a${n % accounts}`) balance -= 1
    if (id === `a${(n * 7 + 3) % accounts}`) balance += 1
  }
  return balance
}
