import type { PageCase } from './page-cases'

const start = 'features/proxy/start'
const records = 'features/proxy/records'
const objections = 'features/proxy/objections'

/** What residents see of 代办. */
export const proxyPages: readonly PageCase[] = [
  { page: records, name: '代办记录', who: 'zhang', shows: '还没有人替你办过事', action: 'proxy.records' },
  { page: records, name: '代办记录 游客', who: 'guest', shows: '登录后看代办记录' },
  { page: start, name: '替家人代办', who: 'zhang', shows: '这一户只登记了你', action: 'proxy.family' },
  { page: start, name: '替家人代办 访客', who: 'visitor', shows: '你还没有登记为住户' },
  { page: objections, name: '代办异议 不是书记', who: 'zhang', shows: '这里给社区书记用' },
]

/** What helpers and secretaries see of it. */
export const proxyWorkPages: readonly PageCase[] = [
  {
    page: start,
    name: '替居民代办',
    query: () => 'as=staff',
    who: 'chen',
    shows: '住在哪一户',
    action: 'proxy.current',
  },
  {
    page: start,
    name: '替居民代办 怎么说好的',
    query: () => 'as=staff',
    who: 'chen',
    shows: '怎么说好的',
    act: async ({ types, tap }) => {
      await types('楼栋', '7')
      await types('单元', '2')
      await types('房号', '301')
      await tap('找人')
      await tap('张**')
    },
  },
  { page: objections, name: '代办异议', who: 'qian', shows: '没有等答复的', action: 'proxy.objections' },
]
