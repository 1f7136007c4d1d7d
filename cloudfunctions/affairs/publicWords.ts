import type { Input } from '../contract'
import type { Context } from '../kit/handler'
import { heldBy, screen, type Check, type Said, type Screening } from '../safety/post'

type Publishing = Context<'affairs.answer' | 'affairs.mendPublic'>
type Words = NonNullable<Input<'affairs.answer'>['publish']>

/** What WeChat says of what everybody is to read. No round trip. */
export const screenPublic = (words: Words, context: Publishing): Promise<Screening> =>
  screen(saidIn(words), context)

/**
 * What is held of it; null where everybody may read it at once.
 * @throws Refusal CONTENT_REFUSED with the field
 */
export function heldPublic(
  { verdict, refusedField }: Screening,
  { _id, communityId }: { _id: string; communityId: string },
  words: Words,
  context: Publishing,
): Check | null {
  if (verdict === 'risky') return context.fail('CONTENT_REFUSED', refusedField ?? 'publish')
  if (verdict === 'pass') return null
  // A case that is reopened is answered anew, and words are mended: each are held for themselves.
  const part = context.effectId('a')
  const texts = saidIn(words)
  return heldBy(
    verdict,
    { kind: 'answer', documentId: _id, part, communityId, texts, photoId: null },
    context,
  )
}

const saidIn = ({ question, answer }: Words): Said[] => [
  { field: 'publish.question', text: question },
  { field: 'publish.answer', text: answer },
]
