import { maskedErasedName } from '../kit/actor'
import { holding, nobody } from '../kit/holding'
import { isAlive } from './registrationStates'
import { activities, branchRoster, participations, registrations } from './store'

/** What is kept of people here. */
export const holdings = [
  nobody(activities, '双报到活动'),
  nobody(branchRoster, '党员花名册由社区党组织登记，不随账号注销；库里没有从账号通到它的编号'),
  holding({
    in: registrations,
    title: '双报到登记',
    of: ({ memberId }) => ({ memberId }),
    copy: ({ communityId, state, branch, phone, appliedAt, consentVersion }) => ({
      社区: communityId,
      状态: state,
      组织关系所在支部: branch,
      手机: phone?.masked ?? null,
      申请时间: appliedAt,
      同意书版本: consentVersion,
    }),
    erase: {
      wiped: '支部、手机和理由清除，只留报到过的时间',
      row: (row) => ({
        ...row,
        state: isAlive(row.state) ? 'withdrawn' : row.state,
        branch: '',
        phone: null,
        reason: '',
        timeline: row.timeline.map((one) => ({ ...one, reason: '' })),
      }),
    },
    outdated: { kept: '在用的登记；结束后只剩时间' },
  }),
  holding({
    in: participations,
    title: '服务记录',
    of: ({ memberId }) => ({ memberId }),
    copy: ({ activityId, state, joinedAt, checkedInAt, checkedOutAt, minutes, points }) => ({
      活动: activityId,
      状态: state,
      报名时间: joinedAt,
      签到时间: checkedInAt,
      签退时间: checkedOutAt,
      分钟: minutes,
      积分: points,
    }),
    erase: {
      wiped: '时长和积分要能对账，留下；姓名、住处和说明清除',
      row: (row) => ({
        ...row,
        name: maskedErasedName,
        place: '',
        reason: '',
        timeline: row.timeline.map((one) => ({ ...one, note: '' })),
      }),
    },
    outdated: { kept: '积分的来历要能核对' },
  }),
]
