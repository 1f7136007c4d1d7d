import { useState } from 'react'
import { replace } from '@/services/go'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { useKept } from '@/services/use-kept'
import {
  doorOf,
  doorProblems,
  emptyDoor,
  personOf,
  personProblems,
  type DoorDraft,
  type DoorProblems,
  type PersonDraft,
  type PersonProblems,
} from './door-draft'

export interface Declaring {
  door: DoorDraft
  person: PersonDraft
  /** Words for the fields, once somebody tried to send. */
  problems: DoorProblems & PersonProblems
  busy: boolean
  /** Why the last try did not work; null when nothing is wrong. */
  trouble: string | null
  changeDoor: (fields: Partial<DoorDraft>) => void
  changePerson: (fields: Partial<PersonDraft>) => void
  send: () => Promise<void>
}

/** A request. What is filled in is kept on the device until it is sent. */
export const useDeclare = (communityId: string | null, name: string): Declaring => {
  const door = useKept('residency.door', emptyDoor)
  const person = useKept<PersonDraft>('residency.person', { name, phone: '' })
  const [checked, setChecked] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { busy, run } = useAction('residency.declare')
  const send = async () => {
    if (communityId === null) return
    setTrouble(null)
    setChecked(true)
    const [place, who] = [door.read(), person.read()]
    // The field may be out of sight: what is missing is said where the finger is.
    const [problem] = Object.values({ ...doorProblems(place), ...personProblems(who) })
    if (problem) return toast(problem)
    const input = { communityId, compound: place.compound, ...doorOf(place), ...personOf(who) }
    const reply = await run(input)
    if (!reply) return
    if (!reply.ok) return setTrouble(sentenceOf(reply))
    door.restart()
    person.restart()
    toast('交上去了，等社区核对')
    replace('residency')
  }
  return {
    door: door.value,
    person: person.value,
    problems: checked ? { ...doorProblems(door.value), ...personProblems(person.value) } : {},
    busy,
    trouble,
    changeDoor: door.change,
    changePerson: person.change,
    send,
  }
}
