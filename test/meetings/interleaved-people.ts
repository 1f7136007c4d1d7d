import type { Member } from '../../cloudfunctions/kit/actor'
import type { Meeting } from '../../cloudfunctions/meetings/store'

const communityId = 'a1.b2.c3'

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Two in each household. */
export const residentOf = (index: number): Member => ({
  _id: `m_${String(index).padStart(22, '0')}`,
  schemaVersion: 2,
  name: '李建国',
  residency: {
    communityId,
    householdId: `${communityId}:1-1-${Math.floor(index / 2)}`,
    building: '1',
    unit: '1',
    room: String(index),
    verifiedAt: '2026-11-01T00:00:00.000Z',
  },
  registration: null,
  appointments: [],
  unread: 0,
  pickupTries: { left: 5, windowEndsAt: '2026-11-01T00:00:00.000Z' },
  createdAt: '2026-11-01T00:00:00.000Z',
})

/** A meeting far enough away that freed seats are offered. */
export const meetingOf = (capacity: number): Meeting => ({
  _id: `t_${'m'.repeat(22)}`,
  schemaVersion: 1,
  inputHash: '',
  communityId,
  template: 'open_day',
  title: '恳谈日',
  venue: '2 楼',
  note: '',
  startsAt: '2026-12-25T11:00:00.000Z',
  endsAt: '2026-12-25T13:00:00.000Z',
  signUpFrom: '2026-11-20T00:00:00.000Z',
  signUpUntil: '2026-12-25T11:00:00.000Z',
  audience: { kind: 'community' },
  householdLimit: null,
  capacity,
  waitlistLimit: 4,
  left: capacity,
  reservedUnits: 0,
  reserved: {},
  queueing: false,
  state: 'open',
  calledOffBecause: '',
  pending: 'none',
  seriesId: null,
  previousId: null,
  version: 1,
  createdBy: 'm_chen',
  createdAt: '2026-11-20T00:00:00.000Z',
})
