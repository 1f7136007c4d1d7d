import type { z } from 'zod'
import type { Output } from '../contract'
import type * as contract from '../contract/meetings'
import { caseStates } from '../affairs/read'
import type { Database } from '../kit/database'
import type { MeetingFacts, Minutes } from './store'

type MinutesView = z.output<typeof contract.Minutes>
type ActionView = MinutesView['actions'][number]

/** Minutes with the present state of their cases. One round trip if there are any. */
export const minutesView = async (db: Database, minutes: Minutes): Promise<MinutesView> => ({
  text: minutes.text,
  decisions: minutes.decisions,
  actions: await actionViews(db, minutes),
  publishedAt: minutes.publishedAt,
  version: minutes.version,
})

/** What the previous meeting of the series agreed on; null without one or before its minutes are published. */
export async function previousView(
  db: Database,
  { previousId }: MeetingFacts,
  minutes: Minutes | null,
): Promise<Output<'meetings.meeting'>['previous']> {
  if (!previousId || !minutes?.publishedAt) return null
  return { id: previousId, startsAt: minutes.startsAt, actions: await actionViews(db, minutes) }
}

async function actionViews(db: Database, { actions }: Minutes): Promise<ActionView[]> {
  const states = await caseStates(
    db,
    actions.flatMap(({ caseId }) => (caseId ? [caseId] : [])),
  )
  return actions.map(({ text, dueOn, owner, caseId }) => {
    const found = caseId === null ? undefined : states.get(caseId)
    return { text, dueOn, owner, state: found?.state ?? null, outcome: found?.outcome ?? null }
  })
}
