import type { z } from 'zod'
import type { HeldMark } from '../contract/safety'
import type { Tx } from '../kit/transact'
import { agendas } from './store'

/**
 * Writes into a topic that everybody may see it, or why nobody else does. The named entry for `safety`; two round
 * trips.
 * @returns false where the topic is gone
 */
export async function settleTopic(
  tx: Tx,
  { documentId, part }: { documentId: string; part: string },
  held: z.output<typeof HeldMark> | null,
): Promise<boolean> {
  const agenda = await tx.find(agendas, documentId)
  if (!agenda?.topics.some(({ id }) => id === part)) return false
  const topics = agenda.topics.map((topic) => (topic.id === part ? { ...topic, held } : topic))
  await tx.put(agendas, { ...agenda, topics })
  return true
}
