import type { PageCase } from './page-cases'

/** Ids of notices in the test's cloud. */
export interface NoticeThings {
  /** A pinned one of the demo. */
  notice: string
}

const liulin = 'wendeng.tianfu.liulin'

/** What everybody sees of notices. */
export const noticePages: readonly PageCase[] = [
  {
    page: 'features/notices/list',
    name: '公示和通知',
    query: () => 'community=wendeng.tianfu.pinganli',
    who: 'zhang',
    shows: /^周六上午停水检修/,
    action: 'notices.list',
  },
  {
    page: 'features/notices/list',
    name: '公示和通知 空',
    query: () => `community=${liulin}`,
    who: 'guest',
    shows: '现在没有公示和通知',
  },
  { page: 'features/notices/list', name: '公示和通知 游客', who: 'guest', shows: '先选一个社区' },
  {
    page: 'features/notices/notice',
    name: '公示',
    query: ({ notice }) => `id=${notice}`,
    who: 'guest',
    shows: /^三季度共收到居民诉求/,
    action: 'notices.show',
  },
  {
    page: 'features/notices/notice',
    name: '公示 撤下了',
    query: () => `id=b_${'x'.repeat(22)}`,
    who: 'zhang',
    shows: '没有找到',
  },
]

/** What the community's workers see of notices. */
export const noticeWorkPages: readonly PageCase[] = [
  {
    page: 'features/notices/manage',
    name: '公示通知管理',
    who: 'chen',
    shows: /^周六上午停水检修/,
    action: 'notices.staffNotices',
  },
  { page: 'features/notices/manage', name: '公示通知管理 空', who: 'zhao', shows: '还没有发过' },
  {
    page: 'features/notices/manage',
    name: '公示通知 撤下',
    who: 'chen',
    shows: '撤下这一条？',
    act: ({ tap }) => tap(/^撤下 周六上午停水检修/),
  },
  { page: 'features/notices/manage', name: '公示通知管理 街道', who: 'zhou', shows: '还没有发过' },
  { page: 'features/notices/form', name: '发公示通知', who: 'chen', shows: '贴到哪一天' },
  {
    page: 'features/notices/form',
    name: '发公示通知 街道',
    query: () => 'street=wendeng.tianfu',
    who: 'zhou',
    shows: /^发给天福街道所有社区的居民/,
  },
  {
    page: 'features/notices/form',
    name: '发公示通知 选楼栋',
    who: 'chen',
    shows: '选了 1 栋',
    act: async ({ tap }) => {
      await tap('部分楼栋')
      await tap(/^槐荫里/)
      await tap('13 号楼')
    },
  },
  {
    page: 'features/notices/form',
    name: '发公示通知 没填好',
    who: 'chen',
    shows: '请写标题',
    act: ({ tap }) => tap('发布'),
  },
]
