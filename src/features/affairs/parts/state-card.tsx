import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { Card } from '@/ui/card'
import { dueWords, stateOf } from '@/ui/case-words'
import { Chip } from '@/ui/chip'
import type { OwnCase } from './case-types'

/** How it stands, in a sentence, and until when something happens. */
export const StateCard = ({ shown }: { shown: OwnCase }) => {
  const { text, tone } = stateOf(shown)
  const due = dueWords(shown)
  return (
    <Card>
      <View className="row-wrap">
        <Chip text={text} tone={tone} />
        {shown.level === 'street' && <Chip text="街道在办" tone="info" />}
        {shown.reopenings > 0 && <Chip text={`重新办理第 ${shown.reopenings} 次`} />}
      </View>
      <View className="t-title mt-2">{headlineOf(shown)}</View>
      {due && <View className={`mt-1 ${shown.overdue ? 't-bad' : 't-note'}`}>{due}</View>}
      {shown.rating && (
        <View className="t-note mt-1">你的评价：{shown.rating.satisfied ? '满意' : '不满意'}</View>
      )}
    </Card>
  )
}

const headlineOf = ({ state, outcome, level }: OwnCase): string => {
  const who = level === 'street' ? '街道' : '社区'
  if (state === 'submitted') return `已经送到${who}，等工作人员受理`
  if (state === 'accepted') return `${who}已经受理，正在安排`
  if (state === 'dispatched') return '已经安排人去办'
  if (outcome === 'withdrawn') return '你已经撤回这件事'
  if (outcome === 'refused') return '这件事办不了，原因在下面'
  if (state === 'closed') return '这件事已经结束'
  return outcome === 'partly' ? '办好了一部分，请看答复' : '已经办好，请你看看'
}

/** Just sent: the number, what happens next and until when. */
export const ReceiptCard = ({ shown }: { shown: OwnCase }) => (
  <Card tone="accent">
    <View className="t-title">提交好了，已经收到</View>
    <View className="mt-2">
      编号 <View className="inline num">{shown.number}</View>
    </View>
    <View className="mt-2">
      接下来：社区工作人员受理，再安排人办理。{dueWords(shown) && `${dueWords(shown)}。`}
      每走一步都会在「消息」里告诉你。
    </View>
    <View className="mt-2">
      收到答复后请点一下满不满意；{limits.case.reopenWithinDays} 天内没解决好，可以要求重新办理。
    </View>
  </Card>
)
