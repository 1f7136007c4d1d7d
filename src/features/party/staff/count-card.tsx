import { View } from '@tarojs/components'
import { liveProps } from '@/ui/aria'
import { Card } from '@/ui/card'
import { Figure, Figures } from '@/ui/figures'
import type { Host, Person } from './staff-types'

/** How many are there, how many have finished, and who came or went last. */
export const CountCard = ({ host: { counts, people } }: { host: Host }) => {
  const last = lastOf(people)
  return (
    <Card>
      <View className="count" {...liveProps}>
        <View className="num count-number">{counts.in}</View>
        <View className="t-note">人在现场</View>
      </View>
      <Figures>
        <Figure number={counts.joined} words="人报了名没到" />
        <Figure number={counts.done} words="人已签退" tone="accent" />
      </Figures>
      {last && <View className="t-note mt-2 t-break">刚刚：{last}</View>}
    </Card>
  )
}

const lastOf = (people: readonly Person[]): string =>
  people
    .filter(({ checkedInAt }) => checkedInAt !== null)
    .sort((one, other) => latestOf(other).localeCompare(latestOf(one)))
    .slice(0, 3)
    .map(
      ({ place, name, state }) =>
        `${[place, name].filter(Boolean).join(' ')} ${state === 'in' ? '来了' : '走了'}`,
    )
    .join('、')

const latestOf = ({ checkedInAt, checkedOutAt }: Person): string => checkedOutAt ?? checkedInAt ?? ''
