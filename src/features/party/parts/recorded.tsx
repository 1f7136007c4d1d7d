import { sayClock } from '@/services/format'
import { replace } from '@/services/go'
import { Button } from '@/ui/button'
import { DoneCard } from '@/ui/done-card'
import type { Step } from '../use-check-in'
import { settledWords, type Activity } from '../words'

/** What was recorded: when somebody came, or when somebody left and what it counts. */
export const Recorded = ({ step, activity }: { step: Step; activity: Activity }) => {
  const { participation, title, id } = activity
  const at = step === 'in' ? participation?.checkedInAt : participation?.checkedOutAt
  const said = step === 'in' ? '已签到' : '已签退'
  const note =
    step === 'in'
      ? '结束时再扫签退码，才记全时长'
      : ((participation && settledWords(participation)) ?? '时长和积分都记好了')
  return (
    <DoneCard words={at ? `${said} ${sayClock(at)}` : said} title={title} note={note}>
      <Button look="soft" text="看这场活动" onTap={() => replace('activity', { id })} />
      {step === 'out' && <Button look="soft" text="服务记录" onTap={() => replace('serviceRecord')} />}
    </DoneCard>
  )
}
