/** One line of `npm run bench`: two ways of the same work, run in turn on the same machine. */
export interface BenchLine {
  name: string
  /** What must hold of the ratio, e.g. `≥ 0.7`. */
  limit: string
  /** How fast ours is against what it is compared with; 1: as fast. */
  ratio: number
  holds: boolean
  /** Milliseconds of one piece of work. */
  ours: Timing
  theirs: Timing
  /** Where the time goes, and whatever else is worth knowing. */
  notes: string[]
}

export interface Timing {
  what: string
  median: number
  p95: number
  runs: number
}

/** What runs of one kind took, in ms. */
export interface Times {
  elapsed: number[]
  /** Of this process: hardly touched by what else the machine does. */
  processor: number[]
}

/** Runs both in turn, so that whatever else the machine does weighs on both alike. */
export async function inTurn(
  rounds: number,
  ours: () => Promise<void>,
  theirs: () => Promise<void>,
): Promise<[Times, Times]> {
  const times: [Times, Times] = [
    { elapsed: [], processor: [] },
    { elapsed: [], processor: [] },
  ]
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? [0, 1] : [1, 0]
    for (const which of order) {
      const [from, processorFrom] = [performance.now(), process.cpuUsage()]
      await (which === 0 ? ours : theirs)()
      const { user, system } = process.cpuUsage(processorFrom)
      times[which as 0 | 1].elapsed.push(performance.now() - from)
      times[which as 0 | 1].processor.push((user + system) / 1000)
    }
  }
  return times
}

export function timing(what: string, times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { what, median: at(0.5), p95: at(0.95), runs: times.length }
}
