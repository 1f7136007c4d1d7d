import { replace } from '@/services/go'
import { Button } from '@/ui/button'
import { DoneCard } from '@/ui/done-card'

/** It worked, and the way to what happens now. */
export const CheckedIn = ({ meetingId, title }: { meetingId: string; title: string }) => (
  <DoneCard words="已签到" title={title} note="请入座，谢谢你来">
    <Button look="soft" text="看这场会" onTap={() => replace('meeting', { id: meetingId })} />
  </DoneCard>
)
