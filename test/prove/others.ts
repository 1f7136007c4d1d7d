import type { ActionName } from '@contract/index'
import type { Caller } from '../support/caller'
import { percentile, type Line } from './line'
import { community, type Stage } from './stage'

/** How many people go about their business, and how long each waits between two calls. */
const people = 6
const pauseMs = 200

/** What people do who are not part of it: the first screen, points, cases, meetings. */
const business: ReadonlyArray<[ActionName, object]> = [
  ['home.show', {}],
  ['points.overview', {}],
  ['affairs.mine', {}],
  ['meetings.upcoming', { communityId: community }],
]

/** How long the calls of everybody else took, in ms: while nothing else went on, and while something did. */
export interface Waits {
  quiet: number[]
  during: number[]
}

/**
 * Quiet and trouble by turns, so that what else the machine does falls on both alike.
 * @param troubles pieces of what goes on, one after another, each after `quietMs` of nothing
 * @throws when one of the others is refused
 */
export async function besideOthers<Result>(
  stage: Stage,
  quietMs: number,
  troubles: ReadonlyArray<() => Promise<Result>>,
): Promise<{ results: Result[]; waits: Waits }> {
  const callers = await stage.residents(people, 100)
  const waits: Waits = { quiet: [], during: [] }
  // The first calls start the functions.
  await watched(callers, [], () => pause(4_000))
  const results: Result[] = []
  for (const trouble of troubles) {
    await watched(callers, waits.quiet, () => pause(quietMs))
    results.push(await watched(callers, waits.during, trouble))
  }
  return { results, waits }
}

/** The line that says how much longer the others wait at a percentile. */
export function linePer(name: string, share: number, { quiet, during }: Waits): Line {
  const [before, then] = [percentile(quiet, share), percentile(during, share)]
  return {
    line: `  ${name} of the others (${during.length} calls) against that while it is quiet`,
    limit: '≤ 2 ×',
    figure: `${then.toFixed(1)} ms against ${before.toFixed(1)} ms, ${(then / before).toFixed(2)} ×`,
    holds: during.length > 50 && then <= 2 * before,
  }
}

async function watched<Result>(
  callers: readonly Caller[],
  tookMs: number[],
  work: () => Promise<Result>,
): Promise<Result> {
  let isOver = false
  const rounds = callers.map((caller, index) => goOn(caller, index, tookMs, () => isOver))
  const [result] = await Promise.all([work().finally(() => (isOver = true)), ...rounds])
  return result
}

async function goOn(caller: Caller, offset: number, tookMs: number[], isOver: () => boolean): Promise<void> {
  await pause((offset * pauseMs) / people)
  for (let index = offset; !isOver(); index += 1) {
    const [action, input] = business[index % business.length]!
    const began = performance.now()
    const { ok, code } = await caller.send(action, input)
    if (!ok) throw new Error(`somebody else was refused: ${action} ${code}`)
    tookMs.push(performance.now() - began)
    await pause(pauseMs)
  }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
