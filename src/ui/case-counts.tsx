import { limits } from '@contract/limits'
import type { Output } from '@contract/index'
import { Figure, Figures } from './figures'

/** How much of the queue presses. */
export const CaseCounts = ({ counts }: { counts: Output<'affairs.queue'>['counts'] }) => (
  <Figures>
    <Figure {...said(counts.overdue)} words="已超期" tone={counts.overdue > 0 ? 'bad' : 'plain'} />
    <Figure {...said(counts.dueToday)} words="今天到期" tone={counts.dueToday > 0 ? 'warn' : 'plain'} />
    <Figure {...said(counts.new)} words="新来的" />
  </Figures>
)

/** The count stops at its bound: that many or more. */
const said = (count: number) => ({ number: count, more: count >= limits.case.counted })
