import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { callerAt, newTokens, signInAs } from '../support/caller'
import { startCloudProcess } from '../support/cloud-process'
import { inWords, tally, type Line } from './line'
import {
  ask,
  lookAtTheEnd,
  lookForAcknowledged,
  newItem,
  repeatUndecided,
  type Record,
  type Wish,
} from './wishes'

const people = 20
/** Room that the full disk leaves for each file beyond what is in it, in bytes. */
const roomBytes = 400_000
const turns = 60

/**
 * A disk that fills up while people redeem: what cannot be kept is refused, reading goes on, nothing that was
 * acknowledged is lost, and with room again all goes on. No file may grow beyond a limit that the shell sets.
 */
export async function disk(): Promise<Line[]> {
  if (spawnSync('bash', ['-c', 'ulimit -f 100']).status !== 0) return [absent]
  const directory = mkdtempSync(join(tmpdir(), 'jinlin-disk-'))
  const record: Record = { wishes: [], acknowledged: 0, faults: [], slowestStartMs: 0 }
  try {
    const { tokens, itemId } = await prepare(directory)
    const outcomes = await fill(directory, tokens, itemId, record)
    const cloud = await startCloudProcess(directory)
    await lookForAcknowledged(cloud.url, record.wishes, record)
    await repeatUndecided(cloud.url, record)
    await lookAtTheEnd(cloud, itemId, record)
    await cloud.stop()
    record.faults.push(...brokenPages(directory))
    const refused = (outcomes.INTERNAL ?? 0) + (outcomes['no answer'] ?? 0)
    const figure = [inWords(outcomes), ...record.faults.slice(0, 5), `${record.faults.length} faults`]
    return [
      {
        line: `a full disk under load (no file beyond ${roomBytes / 1e6} MB more)`,
        limit: 'refused, still readable, nothing acknowledged lost, nothing corrupt',
        figure: figure.join('; '),
        holds: record.faults.length === 0 && refused > 0 && (outcomes.ok ?? 0) > 0,
      },
    ]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

const absent: Line = {
  line: 'a full disk under load',
  limit: '—',
  figure: 'not measured: no shell here limits the size of files',
  holds: true,
}

async function prepare(directory: string): Promise<{ tokens: string[]; itemId: string }> {
  const cloud = await startCloudProcess(directory)
  const itemId = await newItem(callerAt(cloud.url, await signInAs(cloud.url, 'chen')))
  const tokens = await newTokens(cloud.url, people, 100_000)
  await cloud.stop()
  return { tokens, itemId }
}

/** Everybody redeems; once the disk is full the cloud must still answer, and still show what is there. */
async function fill(
  directory: string,
  tokens: readonly string[],
  itemId: string,
  record: Record,
): Promise<{ [outcome: string]: number }> {
  emptyLog(directory)
  const files = readdirSync(directory).map((name) => statSync(join(directory, name)).size)
  const cloud = await startCloudProcess(directory, [], Math.max(...files) + roomBytes)
  const outcomes = await Promise.all(
    tokens.map(async (token) => {
      const seen: string[] = []
      for (let turn = 0; turn < turns; turn += 1) {
        const wish: Wish = { token, requestId: `disk-${turn}-${token.slice(-12)}`.slice(0, 40), itemId }
        record.wishes.push(wish)
        const outcome = await ask(callerAt(cloud.url, token), wish).then(
          () => (wish.redemptionId ? 'ok' : 'refused'),
          (error: Error) => (/^(INTERNAL|CONFLICT)$/.test(error.message) ? error.message : 'no answer'),
        )
        seen.push(outcome)
        // A few more tries show that it stays so; then this one has seen enough.
        if (seen.filter((one) => one === 'INTERNAL' || one === 'no answer').length >= 3) break
      }
      return seen
    }),
  )
  const shown = await callerAt(cloud.url).call('points.item', { itemId })
  if (!shown.ok) record.faults.push(`with a full disk an item is not shown: ${shown.code}`)
  await cloud.kill()
  return tally(outcomes.flat())
}

/** Else the log that is left may be the largest file, and the room that it leaves to the others is no full disk. */
function emptyLog(directory: string): void {
  const file = new Database(join(directory, 'data.sqlite'))
  file.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  file.close()
}

/** What SQLite itself says of its file. */
function brokenPages(directory: string): string[] {
  const file = new Database(join(directory, 'data.sqlite'))
  try {
    const rows = file.prepare('PRAGMA integrity_check').all() as Array<{ integrity_check: string }>
    return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok')
  } finally {
    file.close()
  }
}
