import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { Progress } from '@/ui/progress'
import { Empty } from '@/ui/state'
import type { Making } from './use-making'
import { kindWords, stateTones, stateWords, type Export } from './words'

/** What I exported, latest first; nobody else sees or gets it. */
export const MyExports = ({ exports, making }: { exports: Export[]; making: Making }) => {
  const { now } = making
  const others = exports.filter(({ id }) => id !== now?.id)
  const all = now ? [now, ...others] : others
  return (
    <Card title="我的导出">
      {all.length === 0 && (
        <Empty icon="file-spreadsheet" title="还没有导出过" note="导出后在这里取，只有你自己能取" />
      )}
      {all.map((one) => (
        <One key={one.id} one={one} making={making} />
      ))}
    </Card>
  )
}

const One = ({ one, making }: { one: Export; making: Making }) => {
  const isNow = making.now?.id === one.id
  return (
    <View className="export-one">
      <View className="t-break t-strong">
        {kindWords[one.kind]}
        {one.subject && ` · ${one.subject}`}
      </View>
      <View className="t-note">
        {sayMoment(one.askedAt)} · {one.rows} 行{one.isCut && '（太多，后面的没有导出）'}
      </View>
      <View className="row-wrap mt-2">
        <Chip text={isNow ? '正在做' : stateWords[one.state]} tone={isNow ? 'info' : stateTones[one.state]} />
        {one.isUnmasked && <Chip text="完整姓名和号码" tone="warn" />}
      </View>
      <View className="export-act">
        {isNow ? (
          <Progress label="正在读" done={one.done} toDo={one.of} />
        ) : (
          <Act one={one} making={making} />
        )}
      </View>
    </View>
  )
}

/** What can be done with one as it stands. */
const Act = ({ one, making: { busy, goOn, fetch } }: { one: Export; making: Making }) => {
  const name = kindWords[one.kind]
  if (one.state === 'asked' || one.state === 'building')
    return (
      <Button
        small
        look="soft"
        text="接着做"
        label={`接着做 ${name}`}
        disabled={busy}
        onTap={() => goOn(one)}
      />
    )
  if (one.keptUntil === null || one.fetchesLeft === 0) return null
  return (
    <>
      <Button small text="取表格" label={`取表格 ${name}`} disabled={busy} onTap={() => fetch(one)} />
      <View className="t-note mt-1">留到 {sayMoment(one.keptUntil)}</View>
    </>
  )
}
