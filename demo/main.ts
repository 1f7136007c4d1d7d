import { z } from 'zod'
import type { Reply } from '../cloudfunctions/contract/codes'
import { parseInput } from '../cloudfunctions/kit/parse'
import { Refusal } from '../cloudfunctions/kit/refusal'
import { personas, personaViews } from './personas'
import { makeResidents, makeVisitors } from './residents'
import { seedOnce } from './seed'

/** What `/v1/demo/<route>` can do. `signInAs` is turned into a token by the local cloud. */
const actions: Record<string, (input: unknown) => unknown> = {
  personas: () => personaViews,
  signIn: (input) => {
    const { persona } = parseInput(SignIn, input) as z.infer<typeof SignIn>
    const found = personas.find(({ id }) => id === persona)
    if (!found) throw new Refusal('NOT_FOUND', 'persona')
    return { signInAs: found.openId }
  },
  residents: (input) => {
    const { count, points, registered = false } = parseInput(Residents, input) as z.infer<typeof Residents>
    return makeResidents(count, points, registered, new Date())
  },
  visitors: (input) => {
    const { count } = parseInput(Visitors, input) as z.infer<typeof Visitors>
    return makeVisitors(count)
  },
}

const SignIn = z.strictObject({ persona: z.string().max(40) })

/** At most 1,000 people, each with at most 100,000 points. */
const Residents = z.strictObject({
  count: z.int().min(1).max(1000),
  points: z.int().min(0).max(100_000),
  /** Whether they are registered with the community. */
  registered: z.boolean().optional(),
})

/** At most 1,000 people of whom the product knows nothing. */
const Visitors = z.strictObject({ count: z.int().min(1).max(1000) })

/** The demo's function: part of local builds only. The demo data is there before anything is answered. */
export async function main(event: { action?: unknown; input?: unknown }): Promise<Reply<unknown>> {
  try {
    const act =
      typeof event.action === 'string' && Object.hasOwn(actions, event.action) && actions[event.action]
    if (!act) throw new Refusal('NOT_FOUND', 'action')
    await seedOnce(new Date())
    return { ok: true, data: await act(event.input ?? {}) }
  } catch (error) {
    // Anything else is a fault of the demo itself: the local cloud reports it with its stack.
    if (!(error instanceof Refusal)) throw error
    const detail = error.detail ? { detail: error.detail } : {}
    return { ok: false, code: error.code, ...detail, traceId: 'demo' }
  }
}
