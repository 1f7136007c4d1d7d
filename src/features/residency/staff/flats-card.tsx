import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { limits } from '@contract/limits'
import { sentenceOf } from '@/services/messages'
import { useAction } from '@/services/use-action'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choices } from '@/ui/choices'
import { Field } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { RefusalCard } from '@/ui/refusal-card'
import { Confirm } from '@/ui/sheet'
import { Empty } from '@/ui/state'
import { FlatTile } from './flat-tile'

type Flats = Output<'residency.flats'>
type Flat = Flats['flats'][number]
type Sheet = Output<'residency.issueCodes'>

interface Props {
  communityId: string
  building: string
  onIssued: (sheet: Sheet) => void
}

const { atOnce } = limits.residency.code

/** The flats of one unit, with the state of their codes; for which of them new ones are made. */
export const FlatsCard = ({ communityId, building, onIssued }: Props) => {
  const [unit, setUnit] = useState<string | null>(null)
  const query = useQuery('residency.flats', { communityId, building, unit })
  return (
    <Loaded query={query}>
      {(answer) =>
        answer.unit === null ? (
          <Card>
            <Empty icon="house" title="花名册上没有这栋楼" note="先导入居民花名册，再发码" />
          </Card>
        ) : (
          <>
            <Units answer={answer} onChange={setUnit} />
            <Chosen
              key={answer.unit}
              flats={answer.flats}
              at={{ communityId, building, unit: answer.unit }}
              onIssued={onIssued}
            />
          </>
        )
      }
    </Loaded>
  )
}

const Units = ({ answer, onChange }: { answer: Flats; onChange: (unit: string) => void }) => (
  <Card>
    <Field label="单元">
      <Choices
        label="单元"
        value={answer.unit ?? ''}
        options={answer.units.map((unit) => ({ value: unit, text: `${unit} 单元` }))}
        onChange={onChange}
      />
    </Field>
  </Card>
)

interface ChosenProps {
  flats: readonly Flat[]
  at: { communityId: string; building: string; unit: string }
  onIssued: (sheet: Sheet) => void
}

const Chosen = ({ flats, at, onIssued }: ChosenProps) => {
  const [rooms, setRooms] = useState<readonly string[]>([])
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { run } = useAction('residency.issueCodes')
  const open = flats.filter((flat) => flat.code === 'open' && rooms.includes(flat.room)).length
  const without = flats.filter(({ bound, code }) => bound === 0 && code !== 'open').map(({ room }) => room)
  const toggle = (room: string) =>
    setRooms(rooms.includes(room) ? rooms.filter((one) => one !== room) : [...rooms, room])
  const issue = async () => {
    const reply = await run({ ...at, rooms: [...rooms] })
    setAsking(false)
    if (!reply) return
    if (!reply.ok) return setRefusal(sentenceOf(reply))
    onIssued(reply.data)
  }
  return (
    <>
      {refusal && <RefusalCard todo={refusal} />}
      <Card title="哪几户">
        <View className="flat-tools">
          <View className="t-note">点一点要发码的户，一次最多 {atOnce} 户</View>
          <Button
            small
            look="plain"
            text="选没登记、没码的"
            onTap={() => setRooms(without.slice(0, atOnce))}
          />
        </View>
        <View className="flats">
          {flats.map((flat) => (
            <FlatTile
              key={flat.room}
              flat={flat}
              on={rooms.includes(flat.room)}
              onTap={() => toggle(flat.room)}
            />
          ))}
        </View>
        <View className="row mt-3">
          <Button
            text={rooms.length > 0 ? `给 ${rooms.length} 户发码` : '先选要发码的户'}
            disabled={rooms.length === 0 || rooms.length > atOnce}
            onTap={() => (open > 0 ? setAsking(true) : issue())}
          />
        </View>
      </Card>
      <Confirm
        open={asking}
        title="重新发码？"
        yes="重新发"
        danger
        onYes={issue}
        onClose={() => setAsking(false)}
      >
        <View>其中 {open} 户已经有没用过的码，重新发了旧的马上作废，住户手里的纸条不能再用。</View>
      </Confirm>
    </>
  )
}
