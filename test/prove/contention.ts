import { newRequestId } from '../support/caller'
import { inWords, percentile, tally, type Line } from './line'
import { onStage, type Stage } from './stage'

/** Many at once on one item, one account, one request. */
export const contention = (): Promise<Line[]> =>
  onStage(async (stage) => [
    ...(await flash(stage)),
    await spends(stage),
    await repeats(stage),
    await foreignRequest(stage),
  ])

/** 300 at once on stock 200, with 5 ms added to each database call. */
async function flash(stage: Stage): Promise<Line[]> {
  const people = await stage.residents(300, 100)
  const item = await stage.item(10, 200, 1)
  await stage.faults({ rules: [{ kind: 'delay', delayMs: 5 }] })
  await stage.resetCalls()
  const waits: number[] = []
  const outcomes = await Promise.all(
    people.map(async (person) => {
      const from = performance.now()
      const reply = await person.call('points.redeem', {
        requestId: newRequestId(),
        itemId: item.id,
        quantity: 1,
      })
      waits.push(performance.now() - from)
      return reply.ok ? 'ok' : reply.code
    }),
  )
  const calls = await stage.databaseCalls()
  await stage.faults({ rules: [] })
  const counts = tally(outcomes)
  const p95 = percentile(waits, 0.95)
  return [
    {
      line: '300 at once on stock 200, 5 ms a database call',
      limit: 'ok 200, SOLD_OUT 100',
      figure: inWords(counts),
      holds: counts.ok === 200 && counts.SOLD_OUT === 100,
    },
    { line: '  database calls in all', limit: '≤ 3,500', figure: String(calls), holds: calls <= 3500 },
    { line: '  p95', limit: '≤ 6 s', figure: `${(p95 / 1000).toFixed(2)} s`, holds: p95 <= 6000 },
  ]
}

async function spends(stage: Stage): Promise<Line> {
  const [person] = await stage.residents(1, 25)
  const item = await stage.item(1, 100, 99)
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, async () => {
      const reply = await person!.call('points.redeem', {
        requestId: newRequestId(),
        itemId: item.id,
        quantity: 1,
      })
      return reply.ok ? 'ok' : reply.code
    }),
  )
  const counts = tally(outcomes)
  const { available } = await person!.get('points.overview', {})
  return {
    line: '40 spends at once on a balance for 25',
    limit: 'ok 25, INSUFFICIENT_POINTS 15, balance 0',
    figure: `${inWords(counts)}, balance ${available}`,
    holds: counts.ok === 25 && counts.INSUFFICIENT_POINTS === 15 && available === 0,
  }
}

async function repeats(stage: Stage): Promise<Line> {
  const [person] = await stage.residents(1, 100)
  const item = await stage.item(10, 5, 9)
  const input = { requestId: newRequestId(), itemId: item.id, quantity: 1 }
  const replies = await Promise.all(Array.from({ length: 100 }, () => person!.call('points.redeem', input)))
  const distinct = new Set(replies.map((reply) => JSON.stringify(reply)))
  const { available } = await person!.get('points.overview', {})
  const ok = replies.filter((reply) => reply.ok).length
  return {
    line: '100 identical calls at once',
    limit: 'one effect, 100 equal replies',
    figure: `${ok} ok, ${distinct.size} distinct, balance ${available} of 100`,
    holds: ok === 100 && distinct.size === 1 && available === 90,
  }
}

async function foreignRequest(stage: Stage): Promise<Line> {
  const [owner, other] = await stage.residents(2, 100)
  const item = await stage.item(10, 5, 9)
  const input = { requestId: newRequestId(), itemId: item.id, quantity: 1 }
  const first = await owner!.get('points.redeem', input)
  const second = await other!.get('points.redeem', input)
  const { redemptions } = await owner!.get('points.redemptions', {})
  const own = await owner!.get('points.overview', {})
  return {
    line: "another member's request id",
    limit: 'no effect on it',
    figure: `ids ${first.id === second.id ? 'equal' : 'differ'}, owner has ${redemptions.length}, balance ${own.available}`,
    holds: first.id !== second.id && redemptions.length === 1 && own.available === 90,
  }
}
