import { members, tombstone } from '../kit/actor'
import { holding, nobody } from '../kit/holding'
import { oneOf } from '../kit/where'
import { maskedPhone } from './rules'
import { households, places, type Person } from './store'

/** What is kept of people here: their own document, and the roster of the community's office. */
export const holdings = [
  nobody(places, '区、街道、社区'),
  holding({
    in: households,
    title: '社区花名册上的我',
    of: ({ householdIds }) => (householdIds.length > 0 ? { _id: oneOf(householdIds) } : null),
    // The name alone proves nothing: a new tenant could take the landlord's (docs/decisions/0205).
    copy: ({ _id, building, unit, room, persons }, { name, comparedHouseholdId }) => {
      const mine = persons.filter((person) => person.name === name)
      const shown = mine.map(_id === comparedHouseholdId ? asWritten : asMasked)
      return mine.length > 0 ? { 楼栋: building, 单元: unit, 房号: room, 登记: shown } : null
    },
    erase: { kept: '花名册是社区自己登记的，不随账号注销；要更正请找社区' },
    outdated: { kept: '社区在用的花名册' },
  }),
]

/** The last of all: while anything else is left, the person's own document says whose it is. */
export const memberHolding = holding({
  in: members,
  title: '我的账号',
  of: ({ memberId }) => ({ _id: memberId }),
  copy: ({ name, residency, registration, appointments, createdAt }) => ({
    姓名: name,
    住址: residency && { 楼栋: residency.building, 单元: residency.unit, 房号: residency.room },
    住址核验时间: residency?.verifiedAt ?? null,
    双报到: registration?.since ?? null,
    任职: appointments.map(({ role, placeId, from, until }) => ({ role, placeId, from, until })),
    建立时间: createdAt,
  }),
  erase: {
    wiped: '姓名、住址、任职全部清除',
    row: ({ _id, erasedAt, createdAt }) => tombstone(_id, erasedAt ?? createdAt),
  },
  outdated: { kept: '账号在用时一直保留' },
})

const asWritten = ({ name, phone, note }: Person) => ({ 姓名: name, 手机: phone, 备注: note })

const asMasked = ({ name, phone }: Person) => ({ 姓名: name, 手机: phone && maskedPhone(phone) })
