import type { PageCase, Things } from './page-cases'

const byOwn = ({ ownCase }: Things) => `id=${ownCase}`
const byWork = ({ workCase }: Things) => `id=${workCase}`

/** 诉求 and 消息 as residents and guests see them. */
export const affairsPages: readonly PageCase[] = [
  { page: 'pages/affairs/index', name: '诉求', who: 'zhang', shows: '我的诉求', action: 'affairs.mine' },
  { page: 'pages/affairs/index', name: '诉求 游客', who: 'guest', shows: '登录后看你的诉求' },
  { page: 'pages/affairs/index', name: '诉求 空', who: 'new', shows: '你还没有提过' },
  {
    page: 'features/affairs/report',
    name: '随手拍',
    query: () => 'kind=report',
    who: 'zhang',
    shows: '社区办事的人',
    action: 'affairs.form',
    quietOffline: true,
  },
  { page: 'features/affairs/report', name: '随手拍 游客', who: 'guest', shows: '登录后就能提' },
  { page: 'features/affairs/report', name: '随手拍 访客', who: 'visitor', shows: '先选一个社区' },
  {
    page: 'features/affairs/report',
    name: '随手拍 没填好',
    who: 'li',
    shows: '点一下是哪一类',
    act: ({ tap }) => tap('提交'),
  },
  {
    page: 'features/affairs/report',
    name: '提建议 匿名',
    query: ({ box }) => `box=${box}`,
    who: 'wang',
    shows: /^看不到你是谁、住哪里/,
    act: async ({ tap }) => {
      await tap('便民服务')
      await tap('匿名')
    },
  },
  {
    page: 'features/affairs/report',
    name: '随手拍 在哪里',
    who: 'zhang',
    shows: '我家的楼',
    act: ({ tap }) => tap(/^在哪里/),
  },
  {
    page: 'features/affairs/report',
    name: '随手拍 找楼栋',
    who: 'zhang',
    shows: '找到的楼',
    act: async ({ tap, types }) => {
      await tap(/^在哪里/)
      await types('找楼栋', '1')
    },
  },
  {
    page: 'features/affairs/report',
    name: '随手拍 没找到楼',
    who: 'zhang',
    shows: '没有找到「99」',
    act: async ({ tap, types }) => {
      await tap(/^在哪里/)
      await types('找楼栋', '99')
    },
  },
  {
    page: 'features/affairs/case',
    name: '诉求进展',
    query: byOwn,
    who: 'zhang',
    shows: '办得怎么样？',
    action: 'affairs.mineShown',
  },
  { page: 'features/affairs/case', name: '诉求进展 游客', query: byOwn, who: 'guest', shows: /^登录后看/ },
  {
    page: 'features/affairs/answered',
    name: '建议和答复',
    who: 'zhang',
    shows: /^社区答复/,
    action: 'affairs.answered',
  },
  { page: 'features/affairs/answered', name: '建议和答复 游客', who: 'guest', shows: '先选一个社区' },
  {
    page: 'features/inbox/messages',
    name: '消息',
    who: 'zhang',
    shows: '全部已读',
    action: 'inbox.messages',
  },
  { page: 'features/inbox/messages', name: '消息 空', who: 'new', shows: '还没有消息' },
  { page: 'features/inbox/messages', name: '消息 游客', who: 'guest', shows: '登录后看消息' },
]

/** 诉求 as those see it who work on them. */
export const caseWorkPages: readonly PageCase[] = [
  { page: 'pages/staff/index', name: '工作 网格员', who: 'guo', shows: '诉求办理' },
  {
    page: 'features/affairs/queue',
    name: '诉求办理',
    who: 'chen',
    shows: '今天到期',
    action: 'affairs.queue',
  },
  {
    page: 'features/affairs/queue',
    name: '诉求办理 已办',
    who: 'chen',
    shows: /^已(答复|结束)：/,
    act: ({ tap }) => tap('已办'),
  },
  {
    page: 'features/affairs/queue',
    name: '诉求办理 没有',
    who: 'zhou',
    shows: '没有派给你的事',
    act: ({ tap }) => tap('我的'),
  },
  {
    page: 'features/affairs/staff-case',
    name: '办理一件',
    query: byWork,
    who: 'chen',
    shows: '发送答复',
    action: 'affairs.show',
  },
  {
    page: 'features/affairs/staff-case',
    name: '办理一件 公开',
    query: byWork,
    who: 'chen',
    shows: '公开的问题',
    act: async ({ tap }) => {
      await tap('已办好')
      await tap('公开给全体居民')
    },
  },
  {
    page: 'features/affairs/staff-case',
    name: '办理一件 派单',
    query: byWork,
    who: 'chen',
    shows: '网格员',
    act: ({ tap }) => tap('派单'),
  },
  {
    page: 'features/affairs/staff-case',
    name: '办理一件 不能办理',
    query: byWork,
    who: 'chen',
    shows: '不能办理的原因',
    act: ({ tap }) => tap('不能办理'),
  },
]
