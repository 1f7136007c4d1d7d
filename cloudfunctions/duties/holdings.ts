import { holding } from '../kit/holding'
import { duties, invitations } from './store'

/** What is kept of people here. */
export const holdings = [
  holding({
    in: duties,
    title: '任职',
    of: ({ memberId }) => ({ memberId }),
    copy: ({ role, placeId, state, since, until }) => ({
      职务: role,
      范围: placeId,
      状态: state,
      从: since,
      到: until,
    }),
    erase: { wiped: '任职经过要能查，姓名清除', row: (row) => ({ ...row, invitedName: '' }) },
    outdated: { kept: '谁在什么时候管过什么，要能查' },
  }),
  holding({
    in: invitations,
    title: '任职邀请',
    of: ({ memberId }) => ({ acceptedBy: memberId }),
    copy: ({ role, placeId, name, invitedAt }) => ({
      职务: role,
      范围: placeId,
      姓名: name,
      时间: invitedAt,
    }),
    erase: { wiped: '姓名和手机清除', row: (row) => ({ ...row, name: '', phone: null }) },
    outdated: { days: 365, since: 'expiresAt', why: '过期一年后没有用处，任职另有记录' },
  }),
]
