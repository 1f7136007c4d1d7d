import type { Input } from '../cloudfunctions/contract'

/** What somebody submits, but for the photos. */
export type Submission = Pick<Input<'affairs.submit'>, 'kind' | 'category' | 'identity' | 'text' | 'place'>

/** What happened to a case, by whom, so many days before the demo's first start. */
export type Step = { persona: string; daysAgo: number } & (
  | { event: 'accept' }
  | { event: 'dispatch'; to: string; note: string }
  | {
      event: 'answer'
      outcome: 'solved' | 'partly'
      text: string
      publish?: [question: string, answer: string]
    }
  | { event: 'refuse'; reason: string }
  | { event: 'escalate'; reason: string }
  | { event: 'rate'; satisfied: boolean; comment: string }
  | { event: 'reopen'; comment: string }
)

/** A case of the demo from its submission on. */
export interface Story {
  key: string
  persona: string
  daysAgo: number
  communityId: string
  submission: Submission
  steps: readonly Step[]
}

/** Where it is. */
export const at = (compound: string, building: string | null = null, note = ''): Submission['place'] => ({
  compound,
  building,
  note,
})

/** 随手拍. */
export const report = (
  category: Submission['category'],
  text: string,
  place: Submission['place'],
  identity: Submission['identity'] = 'named',
): Submission => ({ kind: 'report', category, identity, text, place })

/** 建言. */
export const suggestion = (
  category: Submission['category'],
  text: string,
  place: Submission['place'],
  identity: Submission['identity'] = 'masked',
): Submission => ({ kind: 'suggestion', category, identity, text, place })
