import { holding } from '../kit/holding'
import { checks } from './store'

/** What is kept of people here. */
export const holdings = [
  holding({
    in: checks,
    title: '等审核的内容',
    of: ({ memberId }) => ({ writerId: memberId }),
    copy: ({ heldAt, kind, texts, state }) => ({
      时间: heldAt,
      种类: kind,
      内容: texts.map(({ text }) => text),
      状态: state,
    }),
    erase: { wiped: '内容和原处一起留，微信身份清除', row: (row) => ({ ...row, sealed: null }) },
    outdated: { kept: '公开的内容为什么公开，要能查' },
  }),
]
