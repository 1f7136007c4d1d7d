import type { Output } from '../contract'
import type { Message } from './store'

type MessageView = Output<'inbox.messages'>['messages'][number]

/** A message as its reader sees it. */
export const messageView = ({ _id, title, text, target, at, readAt }: Message): MessageView => ({
  id: _id,
  title,
  text,
  target,
  at,
  read: readAt !== null,
})
