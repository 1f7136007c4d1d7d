import { useState } from 'react'
import { open } from '@/services/go'
import { sentenceOf } from '@/services/messages'
import { buzz } from '@/services/platform/device'
import { canScan } from '@/services/platform/scan'
import { openSignIn } from '@/services/sign-in'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { offerMessage, useMessageTemplates } from '@/services/wechat-messages'
import { Button } from '@/ui/button'
import type { Acts, MainAct } from '../acts'
import type { Meeting, SignUp } from '../words'
import { CancelSheet } from './cancel-sheet'

interface Props {
  meeting: Meeting
  acts: Acts
  reload: () => Promise<void>
}

/** The one thing to do, and the way back out of it. */
export const MeetingFooter = ({ meeting, acts: { main, why, cancel }, reload }: Props) => {
  const [cancelling, setCancelling] = useState(false)
  const act = useMainAct(meeting, reload)
  if (canScan && main?.kind === 'showCode') return <AtDoor meetingId={meeting.id} />
  return (
    <>
      {cancel && <Button look="plain" text={cancel} onTap={() => setCancelling(true)} />}
      {main && (
        <Button
          {...(main.kind === 'showCode' ? { icon: 'qr-code' } : {})}
          text={main.text}
          onTap={() => act(main)}
        />
      )}
      {why && <Button text={why} disabled onTap={() => undefined} />}
      {meeting.signUp && (
        <CancelSheet
          open={cancelling && cancel !== null}
          signUp={meeting.signUp}
          onClose={() => setCancelling(false)}
          onSettled={reload}
        />
      )}
    </>
  )
}

/** Whoever stands in front of the host's screen scans it; the own code is for when that does not work. */
const AtDoor = ({ meetingId }: { meetingId: string }) => (
  <>
    <Button look="soft" icon="qr-code" text="我的码" onTap={() => open('meetingCode', { id: meetingId })} />
    <Button icon="scan-line" text="扫码签到" onTap={() => open('checkIn', { scan: '1' })} />
  </>
)

const useMainAct = (meeting: Meeting, reload: () => Promise<void>) => {
  const signUp = useAction('meetings.signUp')
  const accept = useAction('meetings.acceptOffer')
  useMessageTemplates()
  return async ({ kind }: MainAct) => {
    if (kind === 'signIn') return openSignIn()
    if (kind === 'showCode') return open('meetingCode', { id: meeting.id })
    offerMessage('meeting')
    const reply =
      kind === 'signUp'
        ? await signUp.run({ meetingId: meeting.id })
        : await accept.run({ signUpId: meeting.signUp?.id ?? '' })
    if (!reply) return
    if (reply.ok) buzz()
    toast(reply.ok ? doneWords(reply.data) : sentenceOf(reply))
    await reload()
  }
}

const doneWords = ({ state, position }: SignUp): string =>
  state === 'waiting' ? `已排上候补第 ${position ?? 1} 位，有座位就通知你` : '报名成功，到时候见'
