import { holding } from '../kit/holding'
import { inboxMessages, messageCredits } from './store'

/** What is kept of people here. */
export const holdings = [
  holding({
    in: inboxMessages,
    title: '消息',
    of: ({ memberId }) => ({ memberId }),
    copy: ({ at, title, text, readAt }) => ({ 时间: at, 标题: title, 内容: text, 看过: readAt }),
    erase: { removed: '全部清除' },
    outdated: { days: 365, since: 'readAt', why: '看过一年后没有用处；没看的一直留着' },
  }),
  holding({
    in: messageCredits,
    title: '微信提醒',
    of: ({ memberId }) => ({ memberId }),
    copy: ({ at, kind, state }) => ({ 时间: at, 提醒: kind, 状态: state }),
    erase: { removed: '全部清除' },
    outdated: { days: 730, since: 'at', why: '两年前允许的提醒不再用' },
  }),
]
