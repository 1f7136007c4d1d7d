import type { PageCase } from './page-cases'

const home = 'features/privacy/home'
const erase = 'features/privacy/erase'
const audit = 'features/privacy/audit'

/** What people see of what is kept of them. */
export const privacyPages: readonly PageCase[] = [
  { page: home, name: '隐私', who: 'zhang', shows: '还没有人看过。', action: 'privacy.home' },
  { page: home, name: '隐私 游客', who: 'guest', shows: '登录后看你的隐私' },
  { page: erase, name: '注销账号', who: 'li', shows: '会留下的', action: 'privacy.beforeErase' },
  {
    page: erase,
    name: '注销账号 确认',
    who: 'li',
    shows: '真的注销？',
    act: async ({ sees, tap }) => {
      await sees('会留下的')
      await tap('注销账号')
    },
  },
  { page: erase, name: '注销账号 有任职', who: 'chen', shows: /^你还有 \d+ 个任职/ },
]

/** What a secretary, the street's and the district's staff see of what was done. */
export const privacyWorkPages: readonly PageCase[] = [
  {
    page: audit,
    name: '操作记录',
    who: 'qian',
    shows: /^查操作记录$/,
    action: 'privacy.audit',
  },
  { page: audit, name: '操作记录 没有任职', who: 'zhang', shows: '这里给社区书记和街道用' },
]
