import type { Output } from '@contract/index'
import { Field, Select } from '@/ui/form'

interface Props {
  persons: Output<'proxy.family'>['persons']
  memberId: string | null
  onChange: (memberId: string) => void
}

/** One of those who live behind a door. Two of one masked name are told apart by their place in the list. */
export const People = ({ persons, memberId, onChange }: Props) => (
  <Field label="替谁办">
    <Select
      label="替谁办"
      value={memberId}
      options={persons.map((person, index) => ({ value: person.memberId, text: textOf(persons, index) }))}
      onChange={onChange}
    />
  </Field>
)

const textOf = (persons: Props['persons'], index: number): string => {
  const name = persons[index]?.name ?? ''
  return persons.filter((one) => one.name === name).length > 1 ? `${name}（第 ${index + 1} 位）` : name
}
