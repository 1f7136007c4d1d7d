import type { z } from 'zod'
import { maskedName, maskedPhone } from '../community/rules'
import type { Household } from '../community/roster'
import type { Place } from '../community/store'
import { communityView } from '../community/views'
import type { Output } from '../contract'
import { bounds } from '../contract/residency-bounds'
import type * as contract from '../contract/residency'
import type { Member } from '../kit/actor'
import { sameText } from '../kit/keys'
import { phoneHmac } from './phones'
import { comparedWith } from './rules'
import { isWaiting, type ResidencyState } from './states'
import type { Past, Residency } from './store'

type Mine = Output<'residency.home'>
type RequestView = z.output<typeof contract.ResidencyRequest>

/** What the person is told: whether the roster knows them is for staff alone. */
export const shownState = (state: ResidencyState): Output<'residency.declare'>['state'] =>
  state === 'declared' || state === 'matched' ? 'waiting' : state

/** One's own request, unless it has led to a residency. */
export function requestOfMine(residency: Residency | null, places: readonly Place[]): Mine['request'] {
  if (!residency || residency.state === 'verified' || residency.state === 'ended') return null
  const { building, unit, room, name, phone, declaredAt, reason, state, communityId } = residency
  const community = communityView(communityId, places)
  return {
    building,
    unit,
    room,
    state: isWaiting(state) ? 'waiting' : (state as 'refused' | 'withdrawn'),
    communityName: community?.name ?? '',
    communityPhone: community?.phone ?? '',
    name,
    phone: phone?.masked ?? null,
    declaredAt,
    reason,
  }
}

/** Where one lived, the latest first. */
export const pastOfMine = (history: readonly Past[], places: readonly Place[]): Mine['history'] =>
  history
    .map(({ communityId, building, unit, room, from, until, endedBy, reason }) => ({
      communityName: communityView(communityId, places)?.name ?? '',
      ...{ building, unit, room, from, until, endedBy, reason },
    }))
    .reverse()

/** The others who are verified for my door, as neighbours may see them. */
export const othersOf = (bound: readonly Member[], memberId: string): string[] =>
  bound
    .filter(({ _id }) => _id !== memberId)
    .slice(0, bounds.personsShown)
    .map(({ name }) => maskedName(name))

/** What waits, beside what the roster says of its door. */
export function requestView(
  residency: Residency,
  household: Household | undefined,
  bound: number,
): RequestView {
  const { _id, building, unit, room, name, phone, declaredAt, state } = residency
  const hasPhone = (other: string) => phone !== null && sameText(phoneHmac(other), phone.hmac)
  return {
    id: _id,
    state: state === 'matched' ? 'matched' : 'declared',
    ...{ building, unit, room, name, declaredAt, bound },
    phone: phone?.masked ?? null,
    roster: (household?.persons ?? []).map((person) => ({
      ...rosterView(person),
      ...comparedWith(person, name, hasPhone),
    })),
  }
}

/** Somebody on the roster as staff see them. */
export const rosterView = ({ name, phone }: Household['persons'][number]) => ({
  name,
  phone: phone && masked(phone),
})

/** And as the building leader sees them. */
export const neighbourView = ({ name, phone }: Household['persons'][number]) => ({
  name: maskedName(name),
  phone: phone && masked(phone),
})

/** A number on the roster has eleven digits. */
const masked = (phone: string): string => maskedPhone(phone)
