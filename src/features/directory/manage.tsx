import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { open } from '@/services/go'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Select } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Confirm } from '@/ui/sheet'
import { Empty } from '@/ui/state'
import { StaffRow } from './parts/staff-row'
import { isStreet, usePlaces } from './use-places'
import { grouped, kindWords, type StaffEntry } from './words'
import './directory.css'

type Answer = Output<'directory.staffEntries'>

/** 便民电话管理: the numbers of a place for those who keep them. */
const ManagePage = () => {
  const { places, place, choose } = usePlaces()
  const query = useQuery('directory.staffEntries', place ? { placeId: place.id } : null)
  if (!place) {
    return (
      <Page title="便民电话管理">
        <Card>
          <Empty icon="clipboard-list" title="这里给工作人员用" note="登录后，就能添加和修改电话" />
        </Card>
      </Page>
    )
  }
  return (
    <Page
      title="便民电话管理"
      refresh={query.reload}
      footer={<Button icon="plus" text="加一个" onTap={() => open('directoryForm', { place: place.id })} />}
    >
      <View className="entry-place">
        {places.length > 1 ? (
          <Select
            label="哪里的电话"
            value={place.id}
            options={places.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={choose}
          />
        ) : (
          <View className="t-title">{place.name}</View>
        )}
        <View className="t-note mt-1">
          {isStreet(place.id) ? '街道各社区的居民都看得到' : '本社区居民都看得到'}
        </View>
      </View>
      <Loaded query={query}>
        {(answer) => <Rows key={place.id} placeId={place.id} answer={answer} show={query.show} />}
      </Loaded>
    </Page>
  )
}

interface RowsProps {
  placeId: string
  answer: Answer
  show: (answer: Answer) => void
}

const Rows = ({ placeId, answer: { entries }, show }: RowsProps) => {
  const [taking, setTaking] = useState<StaffEntry | null>(null)
  const { busy, run } = useAction('directory.order')
  const order = async (entryIds: string[]) => {
    const reply = await run({ placeId, entryIds })
    if (reply?.ok) show(reply.data)
    else if (reply) toast(sentenceOf(reply))
  }
  if (entries.length === 0) {
    return (
      <Card>
        <Empty icon="phone" title="还没有电话" note="居委会、卫生站、派出所、物业，居民一点就能打" />
      </Card>
    )
  }
  return (
    <>
      {grouped(entries).map(([kind, some]) => (
        <Card key={kind} title={kindWords[kind]}>
          {some.map((entry) => (
            <StaffRow
              key={entry.id}
              entry={entry}
              entries={entries}
              busy={busy}
              onOrder={order}
              onTakeDown={() => setTaking(entry)}
            />
          ))}
        </Card>
      ))}
      <TakeDown entry={taking} onClose={() => setTaking(null)} onDone={show} />
    </>
  )
}

interface TakeDownProps {
  entry: StaffEntry | null
  onClose: () => void
  onDone: (answer: Answer) => void
}

const TakeDown = ({ entry, onClose, onDone }: TakeDownProps) => {
  const { run } = useAction('directory.takeDown')
  const send = async () => {
    const reply = entry && (await run({ placeId: entry.placeId, entryId: entry.id }))
    if (!reply) return
    toast(reply.ok ? '撤下了，居民看不到了' : sentenceOf(reply))
    if (reply.ok) onDone(reply.data)
    onClose()
  }
  return (
    <Confirm
      open={entry !== null}
      title="撤下这个电话？"
      yes="撤下"
      no="先不撤"
      danger
      onYes={send}
      onClose={onClose}
    >
      <View className="t-break">「{entry?.name}」撤下后，居民就看不到了。要用时再加。</View>
    </Confirm>
  )
}

export default ManagePage
