import type { OlderRows } from '@/services/use-older'
import { View } from '@tarojs/components'
import { Button } from './button'
import './more.css'

type Ends = Pick<OlderRows<unknown>, 'hasMore' | 'failed' | 'loadMore'>

/** The end of a list: a button for those who do not scroll, and words when there is nothing more. */
export const More = ({ list, end }: { list: Ends; end: string }) => (
  <View className="more">
    {list.failed && <View className="t-note t-bad">没有取到更早的记录</View>}
    {list.hasMore ? (
      <Button small look="soft" text={list.failed ? '再试一次' : '看更早的'} onTap={list.loadMore} />
    ) : (
      <View className="t-note">{end}</View>
    )}
  </View>
)
