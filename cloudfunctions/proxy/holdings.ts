import { holding } from '../kit/holding'
import { wipedProxy } from '../kit/proxies'
import { proxies, proxyHelpers } from './store'

/** What is kept of people here. */
export const holdings = [
  holding({
    in: proxies,
    title: '别人替我办的',
    of: ({ memberId }) => ({ residentId: memberId }),
    copy: ({ startedAt, endedAt, helperName, why, note, acts, state, objection, settlement }) => ({
      从: startedAt,
      到: endedAt,
      谁办的: helperName,
      原因: why,
      说明: note,
      办了什么: acts.map(({ action, at, outcome }) => ({ 事项: action, 时间: at, 结果: outcome })),
      状态: state,
      异议: objection,
      答复: settlement,
    }),
    erase: {
      wiped: '谁替谁办过什么要能查；姓名、住址和说明清除',
      row: wipedProxy,
    },
    outdated: { kept: '谁替谁办过什么，要能查' },
  }),
  holding({
    in: proxyHelpers,
    title: '今天替人办过几次',
    of: ({ memberId }) => ({ _id: memberId }),
    copy: { without: '当天的次数' },
    erase: { removed: '清除' },
    outdated: { days: 2, since: 'day', why: '只数当天的' },
  }),
]
