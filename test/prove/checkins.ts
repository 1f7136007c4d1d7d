import type { Output } from '@contract/index'
import { newRequestId, type Caller } from '../support/caller'
import { inWords, percentile, tally, type Line } from './line'
import { community, onStage, type Stage } from './stage'

/** 文登: 13,000 members report in half an hour on the 10th. `JINLIN_PROVE_PEOPLE` tries it with fewer. */
const people = Number(process.env.JINLIN_PROVE_PEOPLE ?? 13_000)
const perActivity = 500
const callers = 16
const mostRetries = 3
const hourMs = 3_600_000

/** Of every call about four database requests are made: one call in a hundred loses its instance. */
const deaths = { kind: 'crashAfter', functionName: 'party', probability: 0.0025 } as const

type Action = 'party.checkIn' | 'party.checkOut'
type Host = Output<'party.host'>

interface Rush {
  seconds: number
  waits: number[]
  codes: string[]
  /** Replies to a repeat that differ from the first one's. */
  different: number
  mostTries: number
}

/** The rush of the party day: everybody checks in, and later out; some ask twice, and instances die on the way. */
export const checkins = (): Promise<Line[]> =>
  onStage(async (stage) => {
    const activities = await newActivities(stage)
    const members = await everybody(stage)
    const before = await proven(stage)
    await stage.faults({ rules: [deaths], seed: 7 })
    const comes = await rush(stage, 'party.checkIn', members, activities, 0)
    await stage.faults({
      rules: [{ ...deaths, probability: 0.001 }],
      seed: 8,
      clockSkewMs: { party: hourMs },
    })
    const goes = await rush(stage, 'party.checkOut', members, activities, hourMs)
    await stage.faults({ rules: [] })
    const served = await hosts(stage, activities)
    const after = await proven(stage)
    const done = served.reduce((sum, { counts }) => sum + counts.done, 0)
    const points = served.reduce(
      (sum, host) => sum + host.people.reduce((all, one) => all + (one.points ?? 0), 0),
      0,
    )
    const issued = after.issued - before.issued
    return [
      ...linesOf(
        `${people} check in, ${callers} callers, 10 % ask twice, 1 % of calls lose their instance`,
        comes,
      ),
      {
        line: `  all of them within`,
        limit: '≤ 8 min',
        figure: `${comes.seconds.toFixed(0)} s, ${(people / comes.seconds).toFixed(0)}/s`,
        holds: comes.seconds <= 480,
      },
      ...linesOf(`  and check out an hour later (${goes.seconds.toFixed(0)} s)`, goes),
      {
        line: '  each person once, two points each',
        limit: `${people} done, ${2 * people} points, reconcile clean`,
        figure: `${done} done, ${points} points, ${issued} issued, ${after.differences} differences`,
        holds: done === people && points === 2 * people && issued === points && after.differences === 0,
      },
    ]
  })

const linesOf = (line: string, { waits, codes, different, mostTries }: Rush): Line[] => [
  {
    line,
    limit: `ok ${people}, equal replies, ≤ ${mostRetries} retries`,
    figure: `${inWords(tally(codes))}; ${different} different; at most ${mostTries - 1} retries`,
    holds:
      codes.every((code) => code === 'ok') &&
      codes.length === people &&
      different === 0 &&
      mostTries <= 1 + mostRetries,
  },
  {
    line: '  p95 of a call with its retries',
    limit: '≤ 5 s',
    figure: `${(percentile(waits, 0.95) / 1000).toFixed(2)} s`,
    holds: percentile(waits, 0.95) <= 5000,
  },
]

async function newActivities({ worker }: Stage): Promise<string[]> {
  const count = Math.max(26, Math.ceil(people / perActivity))
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const { id } = await worker.get('party.publish', {
      requestId: newRequestId(),
      communityId: community,
      title: `清理楼道 ${index + 1}`,
      venue: '楼前',
      note: '',
      startsAt: new Date(Date.now()).toISOString(),
      endsAt: new Date(Date.now() + 6 * hourMs).toISOString(),
      compound: null,
      capacity: null,
    })
    ids.push(id)
  }
  return ids
}

async function everybody(stage: Stage): Promise<Caller[]> {
  const made: Caller[] = []
  while (made.length < people) made.push(...(await stage.members(Math.min(1000, people - made.length))))
  return made
}

/** Sixteen at a time, each with the code that the screen of their activity shows at that moment. */
async function rush(
  stage: Stage,
  action: Action,
  members: readonly Caller[],
  activities: readonly string[],
  skewMs: number,
): Promise<Rush> {
  const screens = new Screens(stage, action, skewMs)
  const result: Rush = { seconds: 0, waits: [], codes: [], different: 0, mostTries: 0 }
  const began = performance.now()
  let next = 0
  const work = async () => {
    for (let index = next++; index < members.length; index = next++) {
      const [who, activityId] = [members[index]!, activities[index % activities.length]!]
      await one(who, action, await screens.codeOf(activityId), index % 10 === 0, result)
    }
  }
  await Promise.all(Array.from({ length: callers }, work))
  return { ...result, seconds: (performance.now() - began) / 1000 }
}

async function one(who: Caller, action: Action, code: string, twice: boolean, result: Rush): Promise<void> {
  const input = { requestId: newRequestId(), code }
  const from = performance.now()
  const { reply, tries } = await definite(who, action, input)
  result.waits.push(performance.now() - from)
  result.codes.push(reply.ok ? 'ok' : (reply.code ?? '?'))
  result.mostTries = Math.max(result.mostTries, tries)
  if (!twice) return
  const again = await definite(who, action, input)
  result.mostTries = Math.max(result.mostTries, again.tries)
  if (JSON.stringify(again.reply) !== JSON.stringify(reply)) result.different += 1
}

/** As the client does: the same request again until the answer is definite. */
async function definite(who: Caller, action: Action, input: { requestId: string; code: string }) {
  for (let tries = 1; ; tries += 1) {
    const reply = await who.send(action, input).catch(() => ({ ok: false, code: 'DIED' }))
    const isOpen = !reply.ok && ['DIED', 'INTERNAL', 'CONFLICT'].includes(reply.code ?? '')
    if (!isOpen || tries > mostRetries) return { reply, tries }
  }
}

/** The screens at the doors: each asks for its next steps when it has one left, as the page does. */
class Screens {
  private readonly steps = new Map<string, Promise<NonNullable<Host['inSteps']>>>()

  constructor(
    private readonly stage: Stage,
    private readonly action: Action,
    private readonly skewMs: number,
  ) {}

  async codeOf(activityId: string): Promise<string> {
    const now = new Date(Date.now() + this.skewMs).toISOString()
    const known = await this.steps.get(activityId)
    const step = known?.slice(0, -1).find(({ validUntil }) => now < validUntil)
    if (step) return step.qr
    this.steps.set(activityId, this.fetch(activityId))
    return (await this.steps.get(activityId))?.[0]?.qr ?? ''
  }

  /** The door's own call may lose its instance as well. */
  private async fetch(activityId: string): Promise<NonNullable<Host['inSteps']>> {
    const host = await askedAgain(() => this.stage.worker.get('party.host', { activityId }))
    return (this.action === 'party.checkIn' ? host.inSteps : host.outSteps) ?? []
  }
}

async function askedAgain<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask()
    } catch (error) {
      if (tries > 5) throw error
    }
  }
}

async function hosts({ worker }: Stage, activities: readonly string[]): Promise<Host[]> {
  const all: Host[] = []
  for (const activityId of activities) all.push(await worker.get('party.host', { activityId }))
  return all
}

async function proven({ operate, worker }: Stage): Promise<{ issued: number; differences: number }> {
  let proof = await operate('reconcile', { restart: true })
  while (proof.ok && !proof.data.finished) proof = await operate('reconcile')
  if (!proof.ok) throw new Error(`reconcile: ${proof.code}`)
  const { lastProof } = await worker.get('points.ledgerState', { communityId: community })
  return { issued: lastProof?.issued ?? 0, differences: proof.data.differences.length }
}
