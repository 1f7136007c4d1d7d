import type { PageCase } from './page-cases'

const list = 'features/exports/list'

/** What the community's workers see of their exports. */
export const exportPages: readonly PageCase[] = [
  { page: list, name: '导出', who: 'chen', shows: '还没有导出过', action: 'exports.list' },
  { page: list, name: '导出 诉求', who: 'chen', shows: '没办完', act: ({ tap }) => tap('诉求') },
  {
    page: list,
    name: '导出 没写原因',
    who: 'chen',
    shows: '请写为什么要完整的',
    act: async ({ tap }) => {
      await tap('完整姓名和号码')
      await tap('导出')
    },
  },
]
