import type { Household } from '../community/roster'
import { doorParts } from '../community/rules'
import { limits } from '../contract/limits'
import type { PaperCode } from './store'

/** Where a household lives, as the roster writes it. */
export interface Door {
  building: string
  unit: string
  room: string
}

/**
 * A door as the roster writes it, of what somebody typed: 12号楼, 二, 2单元 and 0301室 are 12, 2 and 301.
 * @returns the first part that is none, where one is not
 */
export function doorOf(typed: Door): Door | { notA: keyof Door } {
  const door = {
    building: plainPart(typed.building),
    unit: plainPart(typed.unit),
    room: plainPart(typed.room),
  }
  const wrong = (['building', 'unit', 'room'] as const).find((part) => !/^[A-Z0-9]{1,6}$/.test(door[part]))
  return wrong ? { notA: wrong } : door
}

/** Two parts in one, such as 1-101, are none: the dash between them is no code. */
const plainPart = (text: string): string => doorParts(text).join('-')

type RosterPerson = Household['persons'][number]

const sameText = (one: string, other: string): boolean => plainName(one) === plainName(other)

const plainName = (name: string): string => name.replace(/[\s·.]/gu, '')

/** What the roster has of somebody: a person with that name, and with that phone. */
export const comparedWith = (person: RosterPerson, name: string, hasPhone: (phone: string) => boolean) => ({
  sameName: sameText(person.name, name),
  samePhone: person.phone !== null && hasPhone(person.phone),
})

/** Whether somebody on the roster of a door has both that name and that phone. */
export const isOnRoster = (
  household: Pick<Household, 'persons'> | null,
  { name, phone }: { name: string; phone: string },
): boolean =>
  (household?.persons ?? []).some((person) => {
    const { sameName, samePhone } = comparedWith(person, name, (one) => one === phone)
    return sameName && samePhone
  })

/** A code as it was issued, of what somebody typed: small letters, blanks and dashes do not matter. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_·.]/g, '')

/** Where the code of a door stands. */
export function codeStateOf(
  code: Pick<PaperCode, 'usedAt' | 'expiresAt'> | null | undefined,
  now: Date,
): 'none' | 'open' | 'used' | 'expired' {
  if (!code) return 'none'
  if (code.usedAt !== null) return 'used'
  return now.toISOString() < code.expiresAt ? 'open' : 'expired'
}

/** Rooms in the order of a walk through the house: 101, 201, 1101. */
export const byRoom = (one: { room: string }, other: { room: string }): number =>
  inOrder(one.room, other.room)

/** Numbers by their size, whatever else is in them after. */
export const inOrder = (one: string, other: string): number =>
  (parseInt(one, 10) || 0) - (parseInt(other, 10) || 0) || (one < other ? -1 : Number(one > other))

interface TriesLeft {
  left: number
  windowEndsAt: string
}

/**
 * What is left after one more wrong code.
 * @returns when one may try again, where nothing is left
 */
export function afterTry(
  found: TriesLeft | null,
  now: Date,
  freshUntil: string,
): TriesLeft | { lockedUntil: string } {
  const fresh = { left: limits.residency.code.wrongTries, windowEndsAt: freshUntil }
  const present = !found || found.windowEndsAt <= now.toISOString() ? fresh : found
  if (present.left === 0) return { lockedUntil: present.windowEndsAt }
  return { left: present.left - 1, windowEndsAt: present.windowEndsAt }
}
