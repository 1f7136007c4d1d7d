import type { Input } from '@contract/index'
import { limits } from '@contract/limits'
import { oneLine, plainText } from '@/services/text'
import type { DraftPhoto } from '@/ui/photos/photo-queue'

type AnswerInput = Input<'affairs.answer'>

/** A reply as far as it is written. */
export interface ReplyDraft {
  outcome: AnswerInput['outcome']
  text: string
  photos: DraftPhoto[]
  /** Everybody may read it. */
  publish: boolean
  question: string
  /** null: the same words as the reply. */
  answer: string | null
}

export const emptyReply: ReplyDraft = {
  outcome: 'solved',
  text: '',
  photos: [],
  publish: false,
  question: '',
  answer: null,
}

const leastText = 4

/** What must be mended before it can be sent; null when nothing. */
export const replyProblem = ({ text, publish, question, answer }: ReplyDraft): string | null => {
  if (plainText(text).length < leastText) return '先写答复，或点一条常用答复'
  if (!publish) return null
  if (oneLine(question) === '') return '要公开的话，请写一句居民问了什么'
  return plainText(answer ?? text).length < leastText ? '要公开的话，请写公开的答复' : null
}

/** The draft as the server takes it; only for one without problems whose photos are all uploaded. */
export const answerOf = (
  draft: ReplyDraft,
): Pick<AnswerInput, 'outcome' | 'text' | 'photoIds' | 'publish'> => ({
  outcome: draft.outcome,
  text: plainText(draft.text),
  photoIds: draft.photos.flatMap(({ photoId }) => (photoId === null ? [] : [photoId])),
  publish: draft.publish
    ? { question: oneLine(draft.question), answer: plainText(draft.answer ?? draft.text) }
    : null,
})

/** The reporter's words as a first version of the public question, for staff to edit. */
export const questionFrom = (text: string): string => oneLine(text).slice(0, limits.case.publicLength)
