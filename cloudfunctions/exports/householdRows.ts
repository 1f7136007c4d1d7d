import { countHouseholds, householdsAfter } from '../community/read'
import { maskedName, maskedPhone } from '../community/rules'
import type { Household } from '../community/store'
import type { Cell } from './rules'
import { pageOf, wantedOf, type Source } from './sources'

const door = [
  { title: '楼栋', width: 8 },
  { title: '单元', width: 8 },
  { title: '房号', width: 10 },
]

/** 居民花名册: a row for each person, by door. What the office noted of somebody stands only in an unmasked one. */
export const households: Source = {
  columns: (what) => [
    ...door,
    { title: '姓名', width: 12 },
    { title: '手机', width: 16 },
    ...(isFull(what) ? [{ title: '备注', width: 28 }] : []),
  ],
  count: (db, { communityId }) => countHouseholds(db, communityId),
  page: async (db, { communityId, what, cursor }, limit) => {
    const found = await householdsAfter(db, communityId, cursor, limit)
    const full = isFull(what)
    return pageOf(found, limit, { rows: (one) => rowsOf(one, full), cursor: ({ _id }) => _id })
  },
  order: (one, other) => byDoor.compare(doorOf(one), doorOf(other)),
}

const isFull = (what: Parameters<Source['columns']>[0]): boolean =>
  wantedOf(what, 'households').unmaskedBecause !== null

/** 2 号楼 stands before 10 号楼. */
const byDoor = new Intl.Collator('zh', { numeric: true })

const doorOf = (row: Cell[]): string => row.slice(0, door.length).join(' ')

const rowsOf = ({ building, unit, room, persons }: Household, full: boolean): Cell[][] =>
  persons.map(({ name, phone, note }) => [
    ...[building, unit, room],
    full ? name : maskedName(name),
    (full ? phone : phone && maskedPhone(phone)) ?? '',
    ...(full ? [note] : []),
  ])
