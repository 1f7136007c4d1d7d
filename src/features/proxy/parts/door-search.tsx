import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { TextInput } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { Empty } from '@/ui/state'
import { People } from './people'

interface Props {
  communityId: string
  memberId: string | null
  onChange: (memberId: string | null) => void
}

const empty = { building: '', unit: '', room: '' }
const fields = [
  { key: 'building', label: '楼栋', placeholder: '如 8' },
  { key: 'unit', label: '单元', placeholder: '如 2' },
  { key: 'room', label: '房号', placeholder: '如 301' },
] as const

/** Whoever lives behind a door that my duty reaches. */
export const DoorSearch = ({ communityId, memberId, onChange }: Props) => {
  const [typed, setTyped] = useState(empty)
  const [asked, setAsked] = useState<typeof empty | null>(null)
  const query = useQuery('proxy.find', asked && { communityId, ...asked })
  const trimmed = {
    building: typed.building.trim(),
    unit: typed.unit.trim(),
    room: typed.room.trim(),
  }
  const find = () => {
    onChange(null)
    setAsked(trimmed)
  }
  return (
    <Card title="住在哪一户">
      <View className="door-parts">
        {fields.map(({ key, label, placeholder }) => (
          <TextInput
            key={key}
            label={label}
            hint=""
            placeholder={placeholder}
            maxLength={limits.proxy.doorPartLength}
            value={typed[key]}
            onChange={(value) => setTyped({ ...typed, [key]: value })}
          />
        ))}
      </View>
      <View className="row mt-3">
        <Button look="soft" text="找人" disabled={Object.values(trimmed).includes('')} onTap={find} />
      </View>
      {asked && (
        <View className="mt-3">
          <Loaded query={query}>
            {({ persons }) =>
              persons.length > 0 ? (
                <People persons={persons} memberId={memberId} onChange={onChange} />
              ) : (
                <Empty icon="house" title="这一户还没有人登记" note="先请本人登记住址，或发纸条码" />
              )
            }
          </Loaded>
        </View>
      )}
    </Card>
  )
}
