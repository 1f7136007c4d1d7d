import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { sentenceOf } from '@/services/messages'
import { isDefinite } from '@/services/replies'
import { toast } from '@/services/toast'
import { perform, useAction } from '@/services/use-action'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Figure, Figures } from '@/ui/figures'
import { NumberInput, Switch } from '@/ui/form'
import type { StaffItem } from './item-draft'

interface Props {
  item: StaffItem
  onChanged: (item: StaffItem) => void
}

/** What is there and what is spoken for, more or fewer of it, and whether it is offered. */
export const ItemStock = ({ item, onChanged }: Props) => (
  <Card title="库存">
    <Figures>
      <Figure number={item.left} words="份还能换" />
      <Figure number={item.reserved} words="份待领取" />
    </Figures>
    <Restock item={item} onChanged={onChanged} />
    <List>
      <Offered item={item} onChanged={onChanged} />
    </List>
  </Card>
)

const Restock = ({ item, onChanged }: Props) => {
  const { busy, run } = useAction('points.restockItem')
  const [amount, setAmount] = useState<number | null>(null)
  const unsure = useRef<Shelf | null>(null)
  const change = async (sign: 1 | -1) => {
    if (!amount) return toast('先填要增加或减少多少')
    // As many once more later is another wish; a second tap on what is still in the field is not.
    const seen = unsure.current ?? shelfOf(item)
    const input = { itemId: item.id, change: sign * amount }
    const reply = await run(input, [input, seen])
    if (!reply) return
    unsure.current = isDefinite(reply) ? null : seen
    if (!reply.ok) return toast(sentenceOf(reply))
    setAmount(null)
    onChanged(reply.data)
    toast(`已${sign > 0 ? '增加' : '减少'} ${amount} 份，现在还能换 ${reply.data.left} 份`)
  }
  const type = (typed: number | null) => {
    unsure.current = null
    setAmount(typed)
  }
  const room = limits.item.maxStock - item.left - item.reserved
  return (
    <View className="restock">
      <NumberInput label="补货或减少" hint="份" placeholder="如 10" value={amount} onChange={type} />
      <View className="row restock-acts">
        <Button
          small
          look="soft"
          icon="minus"
          text="减少"
          busy={busy}
          disabled={amount !== null && amount > item.left}
          onTap={() => change(-1)}
        />
        <Button
          small
          look="soft"
          icon="plus"
          text="增加"
          busy={busy}
          disabled={amount !== null && amount > room}
          onTap={() => change(1)}
        />
      </View>
    </View>
  )
}

type Shelf = Pick<StaffItem, 'left' | 'reserved'>

const shelfOf = ({ left, reserved }: StaffItem): Shelf => ({ left, reserved })

const Offered = ({ item, onChanged }: Props) => {
  const open = item.state === 'open'
  const turn = async (on: boolean) => {
    const action = on ? 'points.openItem' : 'points.closeItem'
    let reply = await perform(action, { itemId: item.id })
    // That was the answer to an earlier tap, lost at the time; somebody has turned it back since.
    if (reply.ok && (reply.data.state === 'open') !== on) reply = await perform(action, { itemId: item.id })
    if (!reply.ok) return toast(sentenceOf(reply))
    onChanged(reply.data)
    toast(on ? '已开放，居民可以兑换' : '已关闭，换好的照常领取')
  }
  return (
    <Cell
      title="开放兑换"
      note={standing(item)}
      tail={<Switch label="开放兑换" on={open} onChange={(on) => void turn(on)} />}
    />
  )
}

const standing = ({ state, frozen }: StaffItem): string => {
  if (state === 'closed') return '居民暂时不能兑换；已经换好的照常领取'
  return frozen ? '社区正在核对积分账，核对好才能兑换' : '居民现在可以兑换'
}
