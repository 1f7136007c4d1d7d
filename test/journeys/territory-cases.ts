import type { PageCase } from './page-cases'

const tree = 'features/territory/tree'

/** The places and grids of a community, for those who draw them and those who work by them. */
export const territoryPages: readonly PageCase[] = [
  { page: tree, name: '网格与楼栋', who: 'chen', shows: '平安花园', action: 'territory.tree' },
  {
    page: tree,
    name: '网格与楼栋 治理网格',
    who: 'qian',
    shows: '第一网格',
    act: ({ tap }) => tap('治理网格'),
  },
  {
    page: tree,
    name: '网格与楼栋 新增网格',
    who: 'qian',
    shows: /^选中的楼栋从原来的建管网格划出/,
    act: async ({ tap }) => {
      await tap('建管网格')
      await tap('新增网格')
      await tap(/^1 号楼，/)
    },
  },
  {
    page: tree,
    name: '网格与楼栋 一栋楼',
    who: 'qian',
    shows: '变更记录',
    act: ({ tap }) => tap(/^7 号楼，/),
  },
  {
    page: tree,
    name: '网格与楼栋 换网格',
    who: 'qian',
    shows: '划到哪个网格',
    act: async ({ tap }) => {
      await tap(/^7 号楼，/)
      await tap('换治理网格')
    },
  },
  {
    page: tree,
    name: '网格与楼栋 合并',
    who: 'qian',
    shows: /栋楼去哪里$/,
    act: async ({ tap }) => {
      await tap('治理网格')
      await tap(/^第一网格，/)
      await tap('合并或撤销')
    },
  },
  {
    page: 'features/territory/place',
    name: '一个网格 没有',
    query: () => `id=z_${'x'.repeat(22)}`,
    who: 'guest',
    shows: '这里给工作人员用',
  },
]
