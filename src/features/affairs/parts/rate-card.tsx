import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import type { OwnCase } from './case-types'
import { WordsSheet } from './words-sheet'

interface Props {
  shown: OwnCase
  onChanged: (shown: OwnCase) => void
  /** What is shown was out of date. */
  reload: () => Promise<void>
}

/** One tap says whether it is well; what is not may be done again. */
export const RateCard = ({ shown, onChanged, reload }: Props) => {
  const [asking, setAsking] = useState(false)
  const rate = useAction('affairs.rate')
  const mayRate = shown.may.includes('rate')
  const mayReopen = shown.may.includes('reopen')
  const say = async (satisfied: boolean) => {
    const reply = await rate.run({ caseId: shown.id, satisfied, comment: '' })
    if (!reply) return
    if (!reply.ok) {
      toast(sentenceOf(reply))
      return reload()
    }
    onChanged(reply.data)
    if (satisfied) toast('谢谢，已经记下')
    else if (reply.data.may.includes('reopen')) setAsking(true)
  }
  if (!mayRate && !mayReopen) return null
  const asked = mayRate && shown.rating === null
  return (
    <Card title={asked ? '办得怎么样？' : '还没解决好？'}>
      {asked ? (
        <>
          <View className="row-wrap">
            <Button icon="circle-check" text="满意" disabled={rate.busy} onTap={() => say(true)} />
            <Button look="plain" text="不满意" disabled={rate.busy} onTap={() => say(false)} />
          </View>
          <View className="t-note mt-2">{limits.case.rateWithinDays} 天内没有点，这件事就自动结束。</View>
        </>
      ) : (
        <>
          {mayReopen && <View className="t-note">说说哪里没办好，社区会重新办理，重新算期限。</View>}
          <View className="row-wrap mt-3">
            {mayReopen && <Button icon="undo-2" text="要求重新办理" onTap={() => setAsking(true)} />}
            {mayRate && (
              <Button look="plain" text="现在满意了" disabled={rate.busy} onTap={() => say(true)} />
            )}
          </View>
        </>
      )}
      <Reopen shown={shown} open={asking} onClose={() => setAsking(false)} onChanged={onChanged} />
    </Card>
  )
}

type ReopenProps = Pick<Props, 'shown' | 'onChanged'> & { open: boolean; onClose: () => void }

const Reopen = ({ shown, open, onClose, onChanged }: ReopenProps) => {
  const reopen = useAction('affairs.reopen')
  return (
    <WordsSheet
      name={`reopen.${shown.id}`}
      open={open}
      title="要求重新办理"
      note="说说哪里没办好。社区会重新办理，并重新算期限。"
      label="哪里没办好"
      placeholder="如：灯换了，晚上还是不亮"
      maxLength={limits.case.commentLength}
      yes="提交"
      onClose={onClose}
      onYes={async (comment) => {
        const reply = await reopen.run({ caseId: shown.id, comment })
        if (!reply) return '正在提交，请稍等'
        if (!reply.ok) return sentenceOf(reply)
        onChanged(reply.data)
        toast('已要求重新办理')
        return null
      }}
    />
  )
}
