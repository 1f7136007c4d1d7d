import type { Output } from '@contract/index'
import type { ChipTone } from './chip'

/** How something stands that others do not see; null where everybody sees it. */
export type Held = Output<'meetings.meeting'>['topics'][number]['held']

/** In a word. */
export const heldChip = ({ state }: NonNullable<Held>): { text: string; tone: ChipTone } =>
  state === 'waiting' ? { text: '审核中', tone: 'warn' } : { text: '没有通过', tone: 'bad' }

/** In one line, e.g. under a photo; null where there is nothing to say. */
export const heldLine = (held: Held): string | null => {
  if (!held) return null
  const { text } = heldChip(held)
  return held.reason ? `${text}：${held.reason}` : text
}
