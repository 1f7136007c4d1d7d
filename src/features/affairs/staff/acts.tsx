import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { perform } from '@/services/use-action'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import type { IconName } from '@/ui/icon-names'
import { WordsSheet } from '../parts/words-sheet'
import { DispatchSheet } from './dispatch-sheet'
import type { ReplyProps } from './use-reply'

/** What needs a reason, and in which words it is asked for. */
const asked = {
  sendBack: {
    act: '退回',
    icon: 'undo-2',
    title: '退回给社区',
    note: '说明为什么你办不了，社区会另外安排。',
    label: '退回的原因',
    placeholder: '如：不在我的网格，属于建管网格',
    maxLength: limits.case.reasonLength,
    done: '已退回社区',
  },
  escalate: {
    act: '上报街道',
    icon: 'upload',
    title: '上报街道',
    note: '由街道来办理和答复，居民会看到上报的原因。',
    label: '上报的原因',
    placeholder: '如：涉及主管道，社区没有权限',
    maxLength: limits.case.reasonLength,
    done: '已上报街道',
  },
  refuse: {
    act: '不能办理',
    icon: 'x',
    title: '不能办理',
    note: '居民会看到原因，这件事随即结束。请说清楚为什么、该找谁。',
    label: '不能办理的原因',
    placeholder: '如：属于供电公司的设备，已帮您转告，电话 95598',
    maxLength: limits.case.replyLength,
    done: '已告诉居民原因',
  },
} as const satisfies Record<string, { icon: IconName; [word: string]: string | number }>

type Asked = keyof typeof asked
const order: readonly Asked[] = ['sendBack', 'escalate', 'refuse']

/** Everything but the reply. */
export const Acts = ({ shown, settle }: ReplyProps) => {
  const [open, setOpen] = useState<Asked | 'dispatch' | null>(null)
  const here = { caseId: shown.id, version: shown.version }
  const offered = order.filter((event) => shown.may.includes(event))
  const may = { accept: shown.may.includes('accept'), dispatch: shown.may.includes('dispatch') }
  if (offered.length === 0 && !may.accept && !may.dispatch) return null
  const accept = async () => settle(await perform('affairs.accept', here), '已受理')
  const perAsked = (event: Asked, reason: string) => perform(`affairs.${event}`, { ...here, reason })
  return (
    <Card title="怎么办理">
      <View className="row-wrap">
        {may.accept && <Button small look="soft" icon="circle-check" text="受理" onTap={accept} />}
        {may.dispatch && (
          <Button small look="soft" icon="users-round" text="派单" onTap={() => setOpen('dispatch')} />
        )}
        {offered.map((event) => (
          <Button
            key={event}
            small
            look="plain"
            icon={asked[event].icon}
            text={asked[event].act}
            onTap={() => setOpen(event)}
          />
        ))}
      </View>
      {may.dispatch && (
        <DispatchSheet
          shown={shown}
          settle={settle}
          open={open === 'dispatch'}
          onClose={() => setOpen(null)}
        />
      )}
      {offered.map((event) => (
        <WordsSheet
          key={event}
          {...asked[event]}
          name={`${event}.${shown.id}`}
          yes={asked[event].act}
          open={open === event}
          onClose={() => setOpen(null)}
          onYes={async (reason) => settle(await perAsked(event, reason), asked[event].done)}
        />
      ))}
    </Card>
  )
}
