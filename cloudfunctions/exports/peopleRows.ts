import { countPeopleOf, peopleOf } from '../meetings/read'
import type { SignUp } from '../meetings/store'
import { countTakingPart, takingPart } from '../party/read'
import type { Participation } from '../party/store'
import { momentCell } from './rules'
import { pageOf, wantedOf, type Source } from './sources'

/** 报名和签到 of one meeting, in the order of signing up: what its host sees. */
export const signUps: Source = {
  columns: () => [
    { title: '姓名', width: 12 },
    { title: '住址', width: 16 },
    { title: '报名时间', width: 18 },
    { title: '状态', width: 10 },
    { title: '签到时间', width: 18 },
  ],
  count: (db, { what }) => countPeopleOf(db, wantedOf(what, 'signUps').meetingId),
  page: async (db, { what, cursor }, limit) => {
    const found = await peopleOf(db, wantedOf(what, 'signUps').meetingId, cursor, limit)
    return pageOf(found, limit, { rows: (one) => [signUpRow(one)], cursor: ({ _id }) => _id })
  },
  order: (one, other) => (String(one[2]) < String(other[2]) ? -1 : 1),
}

const signUpRow = ({ name, place, signedUpAt, state, memberId, timeline }: SignUp) => [
  name,
  memberId === null ? '现场来宾' : place,
  momentCell(signedUpAt),
  signUpWords[state],
  state === 'attended' ? momentCell(timeline.at(-1)?.at ?? null) : '',
]

const signUpWords: Record<SignUp['state'], string> = {
  seated: '已报名',
  waiting: '候补',
  offered: '等确认',
  lapsed: '过时未确认',
  cancelled: '已取消',
  attended: '已签到',
}

/**
 * 活动时长: who was there, for those who host. Never in full, with neither branch nor door: that somebody is a member
 * of the party is exported by nobody (docs/decisions/0191).
 */
export const participations: Source = {
  columns: () => [
    { title: '姓名', width: 12 },
    { title: '签到时间', width: 18 },
    { title: '签退时间', width: 18 },
    { title: '分钟', width: 8 },
    { title: '积分', width: 8 },
    { title: '时长怎么定的', width: 14 },
  ],
  count: (db, { what }) => countTakingPart(db, wantedOf(what, 'participations').activityId),
  page: async (db, { what, cursor }, limit) => {
    const found = await takingPart(db, wantedOf(what, 'participations').activityId, cursor, limit)
    return pageOf(found, limit, { rows: (one) => [partRow(one)], cursor: ({ _id }) => _id })
  },
  order: (one, other) => (String(one[1]) < String(other[1]) ? -1 : 1),
}

type Part = Omit<Participation, 'timeline'>

const partRow = ({ name, checkedInAt, checkedOutAt, minutes, points, settledBy }: Part) => [
  name,
  momentCell(checkedInAt) || '没有签到',
  momentCell(checkedOutAt),
  minutes ?? '',
  points ?? '',
  settledBy ? settledWords[settledBy] : '',
]

const settledWords: Record<NonNullable<Participation['settledBy']>, string> = {
  checkOut: '扫码签退',
  closeOut: '没有签退，计最少',
  correct: '人工更正',
}
