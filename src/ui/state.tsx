import { View } from '@tarojs/components'
import { wordsOf } from '@/services/messages'
import { isOffline, type Failure } from '@/services/replies'
import { Button } from './button'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import './state.css'

interface EmptyProps {
  icon?: IconName
  title: string
  note?: string
  /** A number to tell whoever helps, small and on a line of its own. */
  trace?: string
  act?: { text: string; onTap: () => unknown }
}

/** Nothing here, why, and what to do about it. */
export const Empty = ({ icon = 'inbox', title, note, trace, act }: EmptyProps) => (
  <View className="state">
    <View className="state-icon">
      <Icon name={icon} size="l" />
    </View>
    <View className="t-head">{title}</View>
    {note && <View className="t-note">{note}</View>}
    {trace && <View className="t-tiny">编号 {trace}</View>}
    {act && (
      <View className="state-act">
        <Button small look="soft" text={act.text} onTap={act.onTap} />
      </View>
    )}
  </View>
)

/** It did not work: what happened, what to do, and a way to try again. */
export const ErrorState = ({ failure, retry }: { failure: Failure; retry: () => unknown }) => {
  const { what, todo } = wordsOf(failure)
  const icon = isOffline(failure) ? 'wifi-off' : 'circle-alert'
  const trace = failure.traceId.slice(0, 8)
  return <Empty icon={icon} title={what} note={todo} trace={trace} act={{ text: '再试一次', onTap: retry }} />
}

/** What is shown may be old: the last fetch failed. */
export const OfflineBanner = ({ text = '没有连上网络，下面是上次看到的内容' }: { text?: string }) => (
  <View className="offline">
    <Icon name="wifi-off" size="s" />
    <View className="grow">{text}</View>
  </View>
)

/** Grey bars where text will be. @param widths percent of the width, one a line */
export const Skeleton = ({ widths = [60, 90, 75] }: { widths?: readonly number[] }) => (
  <View className="col">
    {widths.map((width, index) => (
      <View key={index} className="skeleton" style={{ width: `${width}%`, height: '20px' }} />
    ))}
  </View>
)
