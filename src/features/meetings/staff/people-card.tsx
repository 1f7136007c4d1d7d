import { useState } from 'react'
import { View } from '@tarojs/components'
import { canScan } from '@/services/platform/scan'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Select } from '@/ui/form'
import { Empty } from '@/ui/state'
import { TextBox } from '@/ui/text-box'
import { CodeSheet } from './code-sheet'
import { GuestSheet } from './guest-sheet'
import { isHandTime } from './hand-acts'
import type { Attendee, Host } from './host-types'
import { PersonRow } from './person-row'
import { PersonSheet } from './person-sheet'

type Filter = 'coming' | 'here' | 'waiting'

/** So few that everybody sees them at once: a search would only be in the way. */
const fewPeople = 8

interface Props {
  host: Host
  onChanged: () => Promise<void>
}

/** Everybody on the list, and the ways to check in without a phone. */
export const PeopleCard = ({ host, onChanged }: Props) => {
  const [filter, setFilter] = useState<Filter>('coming')
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const { people, meeting } = host
  const shown = people.filter((one) => filterOf(one) === filter && matches(one, search))
  const person = people.find(({ id }) => id === chosen) ?? null
  return (
    <Card title="名单" aside={<AtDoor host={host} onChanged={onChanged} />}>
      <View className="people-tools">
        <Select label="看哪些人" value={filter} options={filtersOf(people)} onChange={setFilter} />
        {people.length > fewPeople && (
          <TextBox
            label="找人"
            placeholder="找姓名或楼号"
            maxLength={20}
            value={search}
            onChange={setSearch}
          />
        )}
      </View>
      {shown.length === 0 && <Empty icon="users-round" title={emptyWords[filter]} />}
      {shown.map((one) => (
        <PersonRow key={one.id} person={one} meeting={meeting} onTap={() => setChosen(one.id)} />
      ))}
      <PersonSheet
        key={`${chosen} ${person?.state}`}
        person={person}
        meeting={meeting}
        onClose={() => setChosen(null)}
        onDone={onChanged}
      />
    </Card>
  )
}

/** For whoever stands at the door without having signed up, or with a code of one's own. */
const AtDoor = ({ host: { meeting }, onChanged }: Props) => {
  const [open, setOpen] = useState<'guest' | 'code' | null>(null)
  if (meeting.state === 'called_off' || !isHandTime(meeting)) return null
  const close = () => setOpen(null)
  return (
    <View className="row-wrap">
      {!canScan && <Button small look="soft" icon="scan-line" text="扫码枪" onTap={() => setOpen('code')} />}
      <Button small look="soft" icon="plus" text="登记来宾" onTap={() => setOpen('guest')} />
      <GuestSheet open={open === 'guest'} meetingId={meeting.id} onClose={close} onDone={onChanged} />
      <CodeSheet open={open === 'code'} meetingId={meeting.id} onClose={close} onDone={onChanged} />
    </View>
  )
}

const filterOf = ({ state }: Attendee): Filter | null => {
  if (state === 'attended') return 'here'
  if (state === 'waiting') return 'waiting'
  return state === 'seated' || state === 'offered' ? 'coming' : null
}

const filtersOf = (people: readonly Attendee[]) => {
  const count = (filter: Filter) => people.filter((one) => filterOf(one) === filter).length
  return [
    { value: 'coming' as const, text: `没到 ${count('coming')}` },
    { value: 'here' as const, text: `已到 ${count('here')}` },
    { value: 'waiting' as const, text: `候补 ${count('waiting')}` },
  ]
}

const emptyWords: Record<Filter, string> = {
  coming: '没有还没到的人',
  here: '还没有人签到',
  waiting: '没有人候补',
}

const matches = ({ name, place }: Attendee, search: string): boolean =>
  `${place} ${name}`.includes(search.trim())
