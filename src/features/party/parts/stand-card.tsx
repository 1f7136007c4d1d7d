import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import type { IconName } from '@/ui/icon-names'
import { sinceWords, standOf, type MyRegistration } from '../registration-words'

const icons: Record<MyRegistration['state'], IconName> = {
  applied: 'calendar-clock',
  registered: 'badge-check',
  refused: 'circle-alert',
  withdrawn: 'undo-2',
  ended: 'minus',
}

/** Where my registration stands, and what happens next. */
export const StandCard = ({ registration }: { registration: MyRegistration }) => {
  const { state, communityName } = registration
  const { title, next } = standOf(registration)
  const since = sinceWords(registration)
  return (
    <Card>
      <View className="row">
        <View className={`stand-icon stand-${state}`}>
          <Icon name={icons[state]} />
        </View>
        <View className="grow">
          <View className="t-title">{title}</View>
          {since && (
            <View className="t-note">
              {communityName} · {since}
            </View>
          )}
        </View>
      </View>
      <View className="mt-3 t-break">{next}</View>
    </Card>
  )
}
