import type { CallReply } from '@/services/replies'

const fields: Record<string, string> = {
  'publish.question': '公开的问题：',
  'publish.answer': '公开的答复：',
}

/** Which of the public words were refused, before what is said of it; empty for any other answer. */
export const whichField = (reply: CallReply<'affairs.answer'>): string =>
  !reply.ok && reply.code === 'CONTENT_REFUSED' ? (fields[reply.detail ?? ''] ?? '') : ''
