import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { StrikeSheet } from './strike-sheet'

type Answer = Output<'residency.household'>

interface Props {
  communityId: string
  answer: Answer
  onChanged: () => Promise<void>
}

/** Whom the roster has behind a door; whoever has died or moved away is struck off. */
export const RosterCard = ({ communityId, answer, onChanged }: Props) => {
  const [struck, setStruck] = useState<string | null>(null)
  const { roster, persons } = answer
  const isBound = (name: string) => persons.some((person) => person.name === name)
  return (
    <Card title="花名册">
      {roster.length === 0 && <View className="t-note">花名册上没有这一户的人</View>}
      {roster.map(({ name, phone }) => (
        <View key={name} className="bound-row">
          <View className="grow t-break">
            <View>{name}</View>
            <View className="t-note">
              {[phone ?? '没有电话', isBound(name) && '登记着，搬走请办迁出'].filter(Boolean).join('，')}
            </View>
          </View>
          {!isBound(name) && (
            <Button small look="plain" text="划掉" label={`划掉 ${name}`} onTap={() => setStruck(name)} />
          )}
        </View>
      ))}
      {struck !== null && (
        <StrikeSheet
          key={struck}
          name={struck}
          communityId={communityId}
          door={answer}
          onClose={() => setStruck(null)}
          onDone={onChanged}
        />
      )}
    </Card>
  )
}
