import type { Engine } from '../../localcloud/engine/types'

const pinganli = 'wendeng.tianfu.pinganli'
const liulin = 'wendeng.tianfu.liulin'

/** A case as it is stored, of which there are to be many. */
export type Template = Record<string, unknown>

const day = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
const instant = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString()

const states = ['submitted', 'accepted', 'dispatched', 'answered'] as const

/** Nobody has more than some hundred cases due on one day: a district has 350 new ones a day. */
const dueTodayWithin = 1_500

/** The n-th of many: all states, due from two days ago to seven days from now, a quarter of another community. */
function copy(template: Template, n: number, handler: { id: string; name: string }): Template {
  const _id = `c_${String(n).padStart(22, '0')}`
  const state = states[n % 4]!
  const isDone = state === 'answered'
  const at = instant(n)
  const days = (n % 10) - 2
  const dueOn = isDone ? null : day(days === 0 && n >= dueTodayWithin ? 1 : days)
  const order = `${at}:${_id}`
  const communityId = n % 16 < 4 ? liulin : pinganli
  return {
    ...template,
    ...{ _id, state, dueOn, order, communityId, ownerPlaceId: communityId, submittedAt: at },
    number: `261121-n${n}`,
    daySlot: _id,
    handler: state === 'dispatched' ? handler : null,
    doneAt: isDone ? at : null,
    outcome: isDone ? 'solved' : null,
    queue: isDone ? 'done' : state === 'dispatched' ? 'out' : 'todo',
    queueKey: isDone ? `${at}:${_id}` : `${dueOn}:${order}`,
  }
}

/** Puts so many cases into the database, past the functions. */
export async function storeCases(
  engine: Engine,
  template: Template,
  count: number,
  handler: { id: string; name: string },
): Promise<void> {
  for (let from = 0; from < count; from += 1_000) {
    const some = Array.from({ length: Math.min(1_000, count - from) }, (_, n) =>
      copy(template, from + n, handler),
    )
    await engine.insert('cases', some as never)
  }
}
