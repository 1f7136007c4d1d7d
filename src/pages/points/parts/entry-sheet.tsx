import { View } from '@tarojs/components'
import { sayMoment, sayPoints, signed } from '@/services/format'
import { open } from '@/services/go'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { titleOf, whyOf, type Entry } from './entry-words'

/** One entry in full, with the seal that chains it to the one before. */
export const EntrySheet = ({ entry, onClose }: { entry: Entry | null; onClose: () => void }) => (
  <Sheet open={entry !== null} title="这一笔" onClose={onClose}>
    {entry && <Facts entry={entry} onClose={onClose} />}
  </Sheet>
)

const Facts = ({ entry, onClose }: { entry: Entry; onClose: () => void }) => {
  const { reason, redemptionId } = entry
  const version = reason.ruleVersion === null ? '' : `（第 ${reason.ruleVersion} 版）`
  return (
    <>
      <View className="t-head t-break">{titleOf(entry)}</View>
      <Fact name="积分" value={`${signed(entry.amount)} 分`} />
      <Fact name="这笔之后还有" value={sayPoints(entry.balanceAfter)} />
      <Fact name="时间" value={sayMoment(entry.at)} />
      {reason.rule && <Fact name="依据" value={whyOf(entry) + version} />}
      <Fact name="序号" value={`第 ${entry.seq} 笔`} />
      <View className="t-note mt-2">防改凭证：每一笔都连着上一笔，改动任何一笔都会被查出来</View>
      <View className="hash mt-1">{entry.hash}</View>
      {redemptionId && (
        <View className="row mt-4">
          <Button
            look="soft"
            text="看这次兑换"
            onTap={() => {
              onClose()
              open('pickup', { id: redemptionId })
            }}
          />
        </View>
      )}
    </>
  )
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <View className="entry-fact">
    <View className="t-note">{name}</View>
    <View className="entry-fact-value">{value}</View>
  </View>
)
