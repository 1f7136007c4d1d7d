import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { limits } from '@contract/limits'
import { plainDay } from '@/services/format'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { TextInput } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { Empty } from '@/ui/state'
import { sayDoor, sayPast } from '../words'
import { EndSheet } from './end-sheet'
import { RosterCard } from './roster-card'

type Answer = Output<'residency.household'>
type Person = Answer['persons'][number]

const empty = { building: '', unit: '', room: '' }
const max = limits.residency.doorPartLength

/** One door: who is verified, whom the roster has, who was; and how both come to an end. */
export const HouseholdPane = ({ communityId }: { communityId: string }) => {
  const [typed, setTyped] = useState(empty)
  const [asked, setAsked] = useState<typeof empty | null>(null)
  const query = useQuery('residency.household', asked && { communityId, ...asked })
  const change = (fields: Partial<typeof empty>) => setTyped({ ...typed, ...fields })
  const parts = [typed.building, typed.unit, typed.room].map((part) => part.trim())
  const [building = '', unit = '', room = ''] = parts
  return (
    <>
      <Card>
        <View className="door-parts">
          <TextInput
            label="楼栋"
            hint=""
            placeholder="如 8"
            maxLength={max}
            value={typed.building}
            onChange={(value) => change({ building: value })}
          />
          <TextInput
            label="单元"
            hint=""
            placeholder="如 2"
            maxLength={max}
            value={typed.unit}
            onChange={(value) => change({ unit: value })}
          />
          <TextInput
            label="房号"
            hint=""
            placeholder="如 301"
            maxLength={max}
            value={typed.room}
            onChange={(value) => change({ room: value })}
          />
        </View>
        <View className="row mt-3">
          <Button
            look="soft"
            text="查这一户"
            disabled={parts.includes('')}
            onTap={() => setAsked({ building, unit, room })}
          />
        </View>
      </Card>
      {asked && (
        <Loaded query={query}>
          {(answer) => <Household communityId={communityId} answer={answer} onChanged={query.reload} />}
        </Loaded>
      )}
    </>
  )
}

interface Props {
  communityId: string
  answer: Answer
  onChanged: () => Promise<void>
}

const Household = ({ communityId, answer, onChanged }: Props) => {
  const [leaving, setLeaving] = useState<Person | null>(null)
  const { persons, past } = answer
  return (
    <>
      <Card title={sayDoor(answer)}>
        {persons.length === 0 && <Empty icon="house" title="还没有人登记" note="可以给这一户发纸条码" />}
        {persons.map((person) => (
          <View key={person.id} className="bound-row">
            <View className="grow t-break">
              <View>{person.name}</View>
              <View className="t-note">{plainDay(person.since)} 起</View>
            </View>
            <Button
              small
              look="plain"
              text="办迁出"
              label={`办迁出 ${person.name}`}
              onTap={() => setLeaving(person)}
            />
          </View>
        ))}
      </Card>
      <RosterCard communityId={communityId} answer={answer} onChanged={onChanged} />
      {past.length > 0 && (
        <Card title="以前住过">
          {past.map((one) => (
            <View key={`${one.name} ${one.until}`} className="bound-row">
              <View className="grow t-break">
                <View>{one.name}</View>
                <View className="t-note">{[sayPast(one), one.reason].filter(Boolean).join('：')}</View>
              </View>
            </View>
          ))}
        </Card>
      )}
      {leaving && (
        <EndSheet
          key={leaving.id}
          person={leaving}
          door={sayDoor(answer)}
          onClose={() => setLeaving(null)}
          onDone={onChanged}
        />
      )}
    </>
  )
}
