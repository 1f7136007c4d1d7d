import type { Output } from '@contract/index'
import type { ChipTone } from '@/ui/chip'

export type Answer = Output<'notices.staffNotices'>
/** A notice as those who publish it see it. */
export type StaffNotice = Answer['notices'][number]

/** How a notice stands. */
export const stateWords: Record<StaffNotice['state'], { text: string; tone: ChipTone }> = {
  shown: { text: '展示中', tone: 'accent' },
  over: { text: '已到期', tone: 'plain' },
  taken_down: { text: '已撤下', tone: 'plain' },
  held: { text: '审核中', tone: 'warn' },
}
