import { accept } from '../cloudfunctions/affairs/accept'
import { answer } from '../cloudfunctions/affairs/answer'
import { dispatch } from '../cloudfunctions/affairs/dispatch'
import { escalate } from '../cloudfunctions/affairs/escalate'
import { rate } from '../cloudfunctions/affairs/rate'
import { refuse } from '../cloudfunctions/affairs/refuse'
import { reopen } from '../cloudfunctions/affairs/reopen'
import { submit } from '../cloudfunctions/affairs/submit'
import { memberIdOf } from '../cloudfunctions/kit/ids'
import { act } from './act'
import { personaOf } from './personas'
import type { Step, Story } from './story'

/**
 * Tells one case's story anew: what was done by an earlier attempt is found and not done again.
 * @param dayOf some time of a day so many days before the demo's first start
 */
export async function replayCase(story: Story, dayOf: (daysAgo: number) => Date): Promise<void> {
  const { key, persona, daysAgo, communityId, submission, steps } = story
  const input = { ...submission, requestId: requestOf(key, 0), communityId, photos: [] }
  const { id } = await act('affairs.submit', submit, persona, input, dayOf(daysAgo))
  await replaySteps(key, id, steps, dayOf)
}

/** What was done about a case that is there, in its order. */
export async function replaySteps(
  key: string,
  caseId: string,
  steps: readonly Step[],
  dayOf: (daysAgo: number) => Date,
): Promise<void> {
  for (const [index, step] of steps.entries()) {
    const at = new Date(dayOf(step.daysAgo).getTime() + (index + 1) * 20 * 60_000)
    await take(step, { requestId: requestOf(key, index + 1), caseId, version: index + 1 }, at)
  }
}

interface Request {
  requestId: string
  caseId: string
  /** Each step so far has raised it by one. */
  version: number
}

function take({ persona, ...step }: Step, request: Request, at: Date): Promise<unknown> {
  const { version: _version, ...own } = request
  switch (step.event) {
    case 'accept':
      return act('affairs.accept', accept, persona, request, at)
    case 'dispatch': {
      const handlerId = memberIdOf(personaOf(step.to).openId)
      return act('affairs.dispatch', dispatch, persona, { ...request, handlerId, note: step.note }, at)
    }
    case 'answer': {
      const { outcome, text, publish: [question = '', answered = ''] = [] } = step
      const publish = question ? { question, answer: answered } : null
      return act('affairs.answer', answer, persona, { ...request, outcome, text, photoIds: [], publish }, at)
    }
    case 'refuse':
      return act('affairs.refuse', refuse, persona, { ...request, reason: step.reason }, at)
    case 'escalate':
      return act('affairs.escalate', escalate, persona, { ...request, reason: step.reason }, at)
    case 'rate': {
      const { satisfied, comment } = step
      return act('affairs.rate', rate, persona, { ...own, satisfied, comment }, at)
    }
    case 'reopen':
      return act('affairs.reopen', reopen, persona, { ...own, comment: step.comment }, at)
  }
}

const requestOf = (key: string, step: number): string => `demo-case-${key}-${step}`.padEnd(16, '0')
