import { holding } from '../kit/holding'
import { codeTries, paperCodes, residencies, residencyIdOf } from './store'

/** What is kept of people here. */
export const holdings = [
  holding({
    in: paperCodes,
    title: '纸条码',
    of: ({ memberId }) => ({ usedBy: memberId }),
    copy: { without: '只有用过的时间，住址里有' },
    erase: { wiped: '不再记是谁用的', row: (row) => ({ ...row, usedBy: null }) },
    outdated: { days: 365, since: 'expiresAt', why: '过期一年后没有用处' },
  }),
  holding({
    in: codeTries,
    title: '输错的次数',
    of: ({ memberId }) => ({ _id: `who:${memberId}` }),
    copy: { without: '半小时就清零的次数' },
    erase: { removed: '清除' },
    outdated: { days: 1, since: 'windowEndsAt', why: '锁定的时间早过了' },
  }),
  holding({
    in: residencies,
    title: '住址和住过的地方',
    of: ({ memberId }) => ({ _id: residencyIdOf(memberId) }),
    copy: ({ building, unit, room, state, declaredAt, name, phone, history }) => ({
      楼栋: building,
      单元: unit,
      房号: room,
      状态: state,
      申请时间: declaredAt,
      填写的姓名: name,
      填写的手机: phone?.masked ?? null,
      住过: history.map((past) => ({
        楼栋: past.building,
        单元: past.unit,
        房号: past.room,
        从: past.from,
        到: past.until,
      })),
    }),
    erase: {
      wiped: '住址、姓名、手机和住过的地方清除，只留办理的时间',
      row: (row) => ({
        ...row,
        building: '',
        unit: '',
        room: '',
        name: '',
        phone: null,
        reason: '',
        queueKey: null,
        state: row.state === 'verified' ? 'ended' : row.queueKey ? 'withdrawn' : row.state,
        history: [],
        timeline: row.timeline.map((one) => ({ ...one, reason: '' })),
      }),
    },
    outdated: { kept: '住址在用时一直保留' },
  }),
]
