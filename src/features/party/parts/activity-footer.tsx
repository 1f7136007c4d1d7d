import { useState } from 'react'
import { View } from '@tarojs/components'
import { open } from '@/services/go'
import { buzz } from '@/services/platform/device'
import { canScan } from '@/services/platform/scan'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import type { Query } from '@/services/use-query'
import { offerMessage, useMessageTemplates } from '@/services/wechat-messages'
import { liveProps } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/sheet'
import type { Acts } from '../acts'
import { activityWords, oneLine } from '../refusals'
import type { Activity } from '../words'

interface Props {
  activity: Activity
  acts: Acts
  query: Query<Activity>
}

/** The one thing to do, and the way back out of it. */
export const ActivityFooter = ({ activity, acts: { main, why, mayLeave }, query }: Props) => {
  const [leaving, setLeaving] = useState(false)
  const join = useJoin(activity, query)
  const scans = main !== null && main.kind !== 'join'
  return (
    <>
      {mayLeave && <Button look="plain" text="取消报名" onTap={() => setLeaving(true)} />}
      {main && (
        <Button
          {...(scans ? { icon: canScan ? ('scan-line' as const) : ('qr-code' as const) } : {})}
          text={scans && canScan ? `扫码${main.text}` : main.text}
          onTap={() => (scans ? open('activityCheckIn', { scan: '1' }) : join())}
        />
      )}
      {why && <Button text={why} disabled onTap={() => undefined} />}
      <LeaveSheet
        open={leaving && mayLeave}
        activity={activity}
        query={query}
        onClose={() => setLeaving(false)}
      />
    </>
  )
}

const useJoin = ({ id }: Activity, query: Query<Activity>) => {
  const { run } = useAction('party.join')
  useMessageTemplates()
  return async () => {
    offerMessage('party')
    const reply = await run({ activityId: id })
    if (!reply) return
    if (!reply.ok) {
      toast(oneLine(activityWords(reply)))
      return query.reload()
    }
    buzz()
    toast('报名成功，到时候见')
    query.show(reply.data)
  }
}

interface LeaveProps {
  open: boolean
  activity: Activity
  query: Query<Activity>
  onClose: () => void
}

/** Asks before a place is given up. */
const LeaveSheet = ({ open: shown, activity, query, onClose }: LeaveProps) => {
  const [refusal, setRefusal] = useState<string | null>(null)
  const { run } = useAction('party.leave')
  const leave = async () => {
    setRefusal(null)
    const reply = await run({ activityId: activity.id })
    if (!reply) return
    if (!reply.ok) {
      setRefusal(oneLine(activityWords(reply)))
      return query.reload()
    }
    toast('已取消报名')
    onClose()
    query.show(reply.data)
  }
  return (
    <Confirm
      open={shown}
      title="取消报名？"
      yes="确定取消"
      no="先不取消"
      danger
      onYes={leave}
      onClose={onClose}
    >
      <View>名额马上让给别人。想来的话，有名额还可以再报。</View>
      <View {...liveProps}>{refusal && <View className="field-error mt-3">{refusal}</View>}</View>
    </Confirm>
  )
}
