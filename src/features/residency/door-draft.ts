import { doorParts } from '@contract/doors'
import { oneLine } from '@/services/text'

/** Where somebody says that they live, as they fill it in. */
export interface DoorDraft {
  compound: string
  /** As the list of the compound names it: 8 号楼. */
  building: string
  unit: string
  room: string
}

export const emptyDoor: DoorDraft = { compound: '', building: '', unit: '', room: '' }

export type DoorProblems = Partial<Record<keyof DoorDraft, string>>

/** A part of a door as the roster has it, or empty when it cannot be one. */
const plain = (text: string): string => {
  const part = doorParts(text).join('-')
  return /^[A-Z0-9]{1,6}$/.test(part) ? part : ''
}

/** What must be mended before it can be sent; empty when nothing. */
export const doorProblems = ({ building, unit, room }: DoorDraft): DoorProblems => ({
  ...(building ? {} : { building: '请选楼栋' }),
  ...(plain(unit) ? {} : { unit: '请填几单元，只有一个单元填 1' }),
  ...(plain(room) ? {} : { room: '请填房号，如 301' }),
})

/** The door as the server takes it; only for one without problems. */
export const doorOf = ({ building, unit, room }: DoorDraft) => ({
  building: building.replace(/\s/g, ''),
  unit: plain(unit),
  room: plain(room),
})

export interface PersonDraft {
  name: string
  phone: string
}

export type PersonProblems = Partial<Record<keyof PersonDraft, string>>

export const personProblems = ({ name, phone }: PersonDraft): PersonProblems => ({
  ...(oneLine(name) ? {} : { name: '请写你的姓名' }),
  ...(/^1[3-9]\d{9}$/.test(digits(phone)) ? {} : { phone: '请填 11 位手机号' }),
})

export const personOf = ({ name, phone }: PersonDraft) => ({ name: oneLine(name), phone: digits(phone) })

/** People write 138 1234 5678. */
const digits = (text: string): string => text.replace(/\D/g, '')

/** Letters and digits of a slip's code; blanks and dashes do not count. */
export const codeLetters = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '').toUpperCase()
