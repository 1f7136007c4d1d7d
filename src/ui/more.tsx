import type { OlderRows } from '@/services/use-older'
import { View } from '@tarojs/components'
import { Button } from './button'
import './more.css'

type Ends = Pick<OlderRows<unknown>, 'hasMore' | 'failed' | 'loadMore'>

interface Props {
  list: Ends
  end: string
  /** What there is more of: 更早的 where the newest come first. */
  what?: string
}

/** The end of a list: a button for those who do not scroll, and words when there is nothing more. */
export const More = ({ list, end, what = '更多' }: Props) => (
  <View className="more">
    {list.failed && <View className="t-note t-bad">没有取到{what}</View>}
    {list.hasMore ? (
      <Button small look="soft" text={list.failed ? '再试一次' : `看${what}`} onTap={list.loadMore} />
    ) : (
      <View className="t-note">{end}</View>
    )}
  </View>
)
