import { useState } from 'react'
import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { Select } from '@/ui/form'
import { Empty } from '@/ui/state'
import { TextBox } from '@/ui/text-box'
import { PersonRow } from './person-row'
import { PersonSheet } from './person-sheet'
import type { Host, Person } from './staff-types'

type Filter = 'joined' | 'in' | 'done'

/** So few that everybody sees them at once: a search would only be in the way. */
const fewPeople = 8

interface Props {
  host: Host
  onChanged: () => Promise<void>
}

/** Everybody on the list, and what can be done without their phones. */
export const PeopleCard = ({ host: { people, activity }, onChanged }: Props) => {
  const [filter, setFilter] = useState<Filter>('joined')
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = people.filter((one) => one.state === filter && matches(one, search))
  const person = people.find(({ id }) => id === chosen) ?? null
  return (
    <Card title="名单">
      <View className="people-tools">
        <Select label="看哪些人" value={filter} options={filtersOf(people)} onChange={setFilter} />
        {people.length > fewPeople && (
          <TextBox label="找人" placeholder="找姓或楼号" maxLength={20} value={search} onChange={setSearch} />
        )}
      </View>
      {shown.length === 0 && <Empty icon="users-round" title={emptyWords[filter]} />}
      {shown.map((one) => (
        <PersonRow key={one.id} person={one} activity={activity} onTap={() => setChosen(one.id)} />
      ))}
      <PersonSheet
        key={`${chosen} ${person?.state}`}
        person={person}
        activity={activity}
        onClose={() => setChosen(null)}
        onDone={onChanged}
      />
    </Card>
  )
}

const filtersOf = (people: readonly Person[]) => {
  const count = (filter: Filter) => people.filter(({ state }) => state === filter).length
  return [
    { value: 'joined' as const, text: `没到 ${count('joined')}` },
    { value: 'in' as const, text: `在现场 ${count('in')}` },
    { value: 'done' as const, text: `已签退 ${count('done')}` },
  ]
}

const emptyWords: Record<Filter, string> = {
  joined: '没有报了名还没到的人',
  in: '现场还没有人',
  done: '还没有人签退',
}

const matches = ({ name, place }: Person, search: string): boolean =>
  `${place} ${name}`.includes(search.trim())
