import type { Input } from '@contract/index'
import { oneLine } from '@/services/text'
import type { StaffEntry } from './words'

/** An entry as it is being written. */
export type EntryDraft = Omit<Input<'directory.add'>, 'requestId' | 'placeId'>

export const emptyEntry: EntryDraft = {
  kind: 'service_center',
  name: '',
  about: '',
  address: '',
  hours: '',
  phone: '',
  agreed: false,
}

/** What is there already, to be changed. */
export const draftOf = ({ kind, name, about, address, hours, phone, agreedAt }: StaffEntry): EntryDraft => ({
  ...{ kind, name, about, address, hours, phone },
  agreed: agreedAt !== null,
})

export type Problems = Partial<Record<keyof EntryDraft, string>>

/** Whether a number is a person's own, which is shown with that person's agreement alone. */
export const isOfPerson = ({ kind, phone }: Pick<EntryDraft, 'kind' | 'phone'>): boolean =>
  kind === 'liaison' || /^1[3-9]\d{9}$/.test(phone.replace(/\D/g, ''))

/** What is still wrong, in plain words. */
export function problemsOf(draft: EntryDraft): Problems {
  const { name, phone, agreed } = sendingOf(draft)
  return {
    ...(name === '' ? { name: '请写名称' } : {}),
    ...(/^\d(?:-?\d){2,19}$/.test(phone) ? {} : { phone: '请写电话号码，如 0631-1234567' }),
    ...(isOfPerson(draft) && !agreed ? { agreed: '先征得本人同意，再打开这里' } : {}),
  }
}

/** What is sent: lines without blanks around them, a number without any. */
export const sendingOf = (draft: EntryDraft): EntryDraft => ({
  ...draft,
  name: oneLine(draft.name),
  about: oneLine(draft.about),
  address: oneLine(draft.address),
  hours: oneLine(draft.hours),
  phone: draft.phone.replace(/[—–－]/g, '-').replace(/\s/g, ''),
  agreed: isOfPerson(draft) && draft.agreed,
})
