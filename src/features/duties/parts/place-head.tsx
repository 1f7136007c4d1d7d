import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Cell, List } from '@/ui/cell'
import { Icon } from '@/ui/icon'
import { Sheet } from '@/ui/sheet'
import type { Staff } from '../words'

interface Props {
  staff: Pick<Staff, 'place' | 'places'>
  onChoose: (placeId: string) => void
}

const levelWords = { district: '区', street: '街道', community: '社区' } as const

/** The place whose duties are shown; those who look after several change between them. */
export const PlaceHead = ({ staff: { place, places }, onChoose }: Props) => {
  const [choosing, setChoosing] = useState(false)
  const choose = (id: string) => {
    setChoosing(false)
    onChoose(id)
  }
  return (
    <View className="duty-head">
      <View className="t-title grow">{place.name}</View>
      {places.length > 1 && (
        <Button small look="soft" text="切换" label="切换地方" onTap={() => setChoosing(true)} />
      )}
      <Sheet open={choosing} title="看哪里的任职" onClose={() => setChoosing(false)}>
        <List>
          {places.map(({ id, name, level }) => (
            <Cell
              key={id}
              title={name}
              note={levelWords[level]}
              tail={id === place.id && <Icon name="circle-check" size="s" />}
              onTap={() => choose(id)}
            />
          ))}
        </List>
      </Sheet>
    </View>
  )
}
