import type { Output } from '@contract/index'
import type { ChipTone } from './chip'

/** A notice as a list shows it. */
export type NoticeBrief = Output<'home.show'>['notices'][number]

/** What a kind of notice is called. */
export const noticeWords: Record<NoticeBrief['kind'], { text: string; tone: ChipTone }> = {
  publicity: { text: '公示', tone: 'bad' },
  notification: { text: '通知', tone: 'info' },
  initiative: { text: '倡议', tone: 'accent' },
  policy: { text: '政策', tone: 'warn' },
}
