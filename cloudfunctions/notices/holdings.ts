import { holding, nobody } from '../kit/holding'
import { noticeReadings, notices } from './store'

/** What is kept of people here. */
export const holdings = [
  nobody(notices, '社区的公告'),
  holding({
    in: noticeReadings,
    title: '看过的公告',
    of: ({ memberId }) => ({ memberId }),
    copy: ({ noticeId, at, confirmedAt }) => ({ 公告: noticeId, 看过: at, 知道了: confirmedAt }),
    erase: { removed: '全部清除，看过的人数跟着少一个' },
    outdated: { kept: '公告在，就要能数有多少人看过' },
  }),
]
