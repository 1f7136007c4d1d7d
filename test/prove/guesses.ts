import { randomBytes, randomInt } from 'node:crypto'
import { callerAt, newRequestId, signInAs } from '../support/caller'
import { inWords, tally, type Line } from './line'
import { besideOthers, linePer } from './others'
import { prey, type Kind, type Prey } from './prey'
import { onStage, type Stage } from './stage'

/** In all; `GUESSES=10000` tries as many as are asked for before a release. */
const guesses = Number(process.env.GUESSES ?? 1_000)
/** Ms of quiet before each kind. */
const quietMs = 4_000

/** Guesses of digits after which the lock is on; see `limits.pickup`. */
const tries = 5

/** Somebody who guesses codes and ids of one kind after another, as fast as the answers come. */
export const guessing = (): Promise<Line[]> =>
  onStage(async (stage) => {
    const hunted = await prey(stage)
    const perKind = Math.ceil(guesses / hunted.kinds.length)
    const pieces = hunted.kinds.map((kind) => () => guess(kind, perKind))
    const { results, waits } = await besideOthers(stage, quietMs, pieces)
    return [
      ...hunted.kinds.map((kind, index) => lineOf(kind, results[index] ?? [], perKind)),
      await lockLine(stage, hunted),
      linePer('median', 0.5, waits),
    ]
  })

/** One after another: half of them made up, half of them a right one with one letter changed. */
async function guess({ who, ask, right }: Kind, count: number): Promise<string[]> {
  const codes: string[] = []
  for (let index = 0; index < count; index += 1) {
    const text = right[index % right.length]!
    const [action, input] = ask(index % 2 === 0 ? madeUp(text) : altered(text))
    const { ok, code = '?' } = await who.send(action, input)
    codes.push(ok ? 'HIT' : code)
  }
  return codes
}

function lineOf({ name, misses, isLocked }: Kind, codes: readonly string[], count: number): Line {
  const looked = codes.filter((code) => code !== 'TOO_MANY_TRIES').length
  return {
    line: `${count} guesses of ${name}`,
    limit: isLocked ? `0 hits, ${tries} looked up` : '0 hits',
    figure: inWords(tally(codes)),
    holds:
      codes.length === count &&
      codes.every((code) => misses.includes(code)) &&
      (!isLocked || looked === Math.min(tries, count)),
  }
}

/** The lock is on the person who guessed: the right digits do not open it, and a colleague is not locked out. */
async function lockLine({ url, worker }: Stage, { digits }: Prey): Promise<Line> {
  const sun = callerAt(url, await signInAs(url, 'sun'))
  const ask = { requestId: newRequestId(), code: digits }
  const [locked, free] = [
    await worker.call('points.verifyPickup', ask),
    await sun.call('points.verifyPickup', ask),
  ]
  const words = [locked, free].map((reply) => (reply.ok ? 'ok' : reply.code))
  return {
    line: '  the right digits then: of the one who guessed, and of a colleague',
    limit: 'TOO_MANY_TRIES, ok',
    figure: words.join(', '),
    holds: words.join() === 'TOO_MANY_TRIES,ok',
  }
}

/** The part of a code or an id that is the secret: its last letters, or its digits. */
const secretOf = (text: string): string => /(?:\d{8}|[\w-]{22})$/.exec(text)?.[0] ?? text

const headOf = (text: string): string => text.slice(0, -secretOf(text).length)

function madeUp(text: string): string {
  const { length } = secretOf(text)
  const isDigits = length === 8
  const secret = isDigits ? String(randomInt(1e8)).padStart(8, '0') : randomBytes(17).toString('base64url')
  return headOf(text) + secret.slice(0, length)
}

function altered(text: string): string {
  const secret = secretOf(text)
  const at = randomInt(secret.length)
  const letters = /^\d+$/.test(secret) ? '0123456789' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  const others = [...letters].filter((letter) => letter !== secret[at])
  return headOf(text) + secret.slice(0, at) + others[randomInt(others.length)]! + secret.slice(at + 1)
}
