import { holding, nobody } from '../kit/holding'
import { exportsAsked, parts } from './store'

/** What is kept of people here. */
export const holdings = [
  holding({
    in: exportsAsked,
    title: '我导出过的',
    of: ({ memberId }) => ({ memberId }),
    copy: ({ askedAt, what, state, rows }) => ({ 时间: askedAt, 内容: what.kind, 状态: state, 行数: rows }),
    erase: { kept: '谁导出过什么要能查；只留编号，不留姓名' },
    outdated: { days: 1_100, since: 'askedAt', why: '和操作记录一样留三年；文件一天后就删' },
  }),
  nobody(parts, '正在做的表里的行，做好了就删，最多留一天'),
]
