import { holding } from '../kit/holding'
import { desks } from './store'

/** What is kept of people here. */
export const holdings = [
  holding({
    in: desks,
    title: '电脑登录',
    of: ({ memberId }) => ({ memberId }),
    copy: ({ browser, system, openedAt, until, state }) => ({
      浏览器: browser,
      系统: system,
      时间: openedAt,
      到: until,
      状态: state,
    }),
    erase: { kept: '登录记录，法规要求留一年以上；只留编号，不留姓名' },
    outdated: { kept: '四百天后由定时任务删除' },
  }),
]
