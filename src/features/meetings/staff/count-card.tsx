import { View } from '@tarojs/components'
import { liveProps } from '@/ui/aria'
import { Card } from '@/ui/card'
import { Figure, Figures } from '@/ui/figures'
import type { Attendee, Host } from './host-types'

/** How many are there, and who came last. */
export const CountCard = ({ host: { counts, meeting, people } }: { host: Host }) => (
  <Card>
    <View className="count" {...liveProps}>
      <View className="num count-number">{counts.checkedIn}</View>
      <View className="t-note">/ {meeting.capacity} 人已到</View>
    </View>
    <Figures>
      <Figure number={counts.signedUp} words="人报了名" />
      <Figure number={counts.waiting} words="人候补" />
      <Figure number={meeting.seatsLeft} words="个空座" />
    </Figures>
    {counts.checkedIn > 0 && <View className="t-note mt-2 t-break">刚刚：{lastOf(people)}</View>}
  </Card>
)

const lastOf = (people: readonly Attendee[]): string =>
  people
    .filter(({ state }) => state === 'attended')
    .sort((one, other) => other.since.localeCompare(one.since))
    .slice(0, 3)
    .map(({ place, name }) => [place, name].filter(Boolean).join(' '))
    .join('、')
