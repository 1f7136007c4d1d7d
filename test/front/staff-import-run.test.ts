import { runTo, type ImportReport } from '@/features/imports/run-to'
import { summaryOf } from '@/features/imports/words'
import type { CallReply } from '@/services/replies'

const report: ImportReport = {
  id: 'x_AAAAAAAAAAAAAAAAAAAAAA',
  communityId: 'wendeng.tianfu.pinganli',
  kind: 'roster',
  fileName: '居民花名册.xlsx',
  state: 'applying',
  rowsGoneAt: null,
  stagedAt: '2026-11-21T08:00:00.000Z',
  rows: 1200,
  blankRows: 0,
  added: 1100,
  changed: 0,
  unchanged: 92,
  erroneous: 8,
  errors: [],
  done: 0,
  toDo: 1100,
}

type StepReply = CallReply<'imports.show'>

const at = (done: number, state: ImportReport['state'] = 'applying'): StepReply => ({
  ok: true,
  data: { ...report, done, state },
})

const conflict: StepReply = { ok: false, code: 'CONFLICT', traceId: 't' }

/** Plays the replies one after the other, the last one for ever. */
const playing = (replies: StepReply[]) => {
  let turn = 0
  return async () => replies[Math.min(turn++, replies.length - 1)] ?? conflict
}

const run = async (replies: StepReply[]) => {
  const seen: number[] = []
  let waits = 0
  const failure = await runTo(
    'applied',
    playing(replies),
    ({ done }) => seen.push(done),
    async () => void (waits += 1),
  )
  return { failure: failure?.code ?? null, seen, waits }
}

test('a refusal ends the run with its code', async () => {
  const refused: StepReply = { ok: false, code: 'WRONG_STATE', traceId: 't' }
  expect(await run([at(500), refused])).toEqual({ failure: 'WRONG_STATE', seen: [500], waits: 0 })
})

test('steps that move nothing are given up', async () => {
  expect(await run([at(500)])).toEqual({ failure: 'INTERNAL', seen: [500, 500, 500, 500], waits: 0 })
})

test('somebody else who stays at it is given up after a while', async () => {
  expect(await run([conflict])).toEqual({ failure: 'CONFLICT', seen: [], waits: 10 })
})

test('a step whose answer was lost is waited for, then the run goes on', async () => {
  const { failure, seen, waits } = await run([at(500), conflict, conflict, at(1000), at(1100, 'applied')])
  expect({ failure, seen, waits }).toEqual({ failure: null, seen: [500, 1000, 1100], waits: 2 })
})

test('an import says in one line what it changes', () => {
  expect(summaryOf(report)).toBe('新增 1100 · 不变 92 · 有问题 8')
  expect(summaryOf({ ...report, added: 0, unchanged: 0, erroneous: 0 })).toBe('没有可导入的内容')
})
