import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { roleWords } from '@/services/duties'
import { plainText } from '@/services/text'
import { perform } from '@/services/use-action'
import { useQuery } from '@/services/use-query'
import { liveProps } from '@/ui/aria'
import { Cell, List } from '@/ui/cell'
import { TextInput } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { Sheet } from '@/ui/sheet'
import { Empty } from '@/ui/state'
import type { ReplyProps } from './use-reply'

type Props = ReplyProps & { open: boolean; onClose: () => void }

/** Who is to handle it: one tap on a name sends it there. */
export const DispatchSheet = ({ shown, settle, open, onClose }: Props) => {
  const query = useQuery('affairs.handlers', open ? { communityId: shown.communityId } : null)
  const [note, setNote] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const dispatch = async (handlerId: string) => {
    if (busy) return
    setBusy(true)
    const input = { caseId: shown.id, version: shown.version, handlerId, note: plainText(note) }
    const why = await settle(await perform('affairs.dispatch', input), '已派单，对方马上收到')
    setBusy(false)
    setTrouble(why)
    if (why !== null) return
    setNote('')
    onClose()
  }
  return (
    <Sheet open={open} title="派给谁办" onClose={onClose}>
      <TextInput
        label="交代几句"
        placeholder="可以不写。居民看不到"
        maxLength={limits.case.noteLength}
        value={note}
        onChange={setNote}
      />
      <View {...liveProps}>{trouble && <View className="field-error">{trouble}</View>}</View>
      <Loaded query={query}>
        {({ handlers }) =>
          handlers.length === 0 ? (
            <Empty icon="users-round" title="还没有可以派的人" note="先在人员里登记网格员、物业人员" />
          ) : (
            <List>
              {handlers.map(({ id, name, role }) => (
                <Cell
                  key={id}
                  icon="user-round"
                  title={name}
                  note={`${roleWords[role]}${id === shown.handler?.id ? ' · 现在由他办' : ''}`}
                  onTap={() => void dispatch(id)}
                />
              ))}
            </List>
          )
        }
      </Loaded>
    </Sheet>
  )
}
