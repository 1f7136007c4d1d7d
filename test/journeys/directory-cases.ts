import type { PageCase } from './page-cases'

const list = 'features/directory/list'
const manage = 'features/directory/manage'
const form = 'features/directory/form'

/** What everybody sees of the numbers to call. */
export const directoryPages: readonly PageCase[] = [
  {
    page: list,
    name: '便民电话',
    query: ({ community }) => `community=${community}`,
    who: 'zhang',
    shows: '平安里卫生站',
    action: 'directory.list',
  },
  { page: list, name: '便民电话 游客', who: 'guest', shows: '先选一个社区' },
  {
    page: list,
    name: '便民电话 空',
    query: () => 'community=wendeng.longshan.hexie',
    who: 'guest',
    shows: '还没有便民电话',
  },
  {
    page: list,
    name: '便民电话 没找到',
    query: ({ community }) => `community=${community}`,
    who: 'zhang',
    shows: '没有找到',
    act: ({ types }) => types('找电话', '登山'),
  },
]

/** What those see who keep them. */
export const directoryWorkPages: readonly PageCase[] = [
  {
    page: manage,
    name: '便民电话管理',
    who: 'chen',
    shows: '平安里卫生站',
    action: 'directory.staffEntries',
  },
  { page: manage, name: '便民电话管理 街道', who: 'zhou', shows: '政务服务热线' },
  {
    page: manage,
    name: '便民电话 撤下',
    who: 'chen',
    shows: '撤下这个电话？',
    act: ({ tap }) => tap('撤下 平安里卫生站'),
  },
  { page: form, name: '加便民电话', who: 'chen', shows: '能办什么（选填）' },
  {
    page: form,
    name: '加便民电话 没填好',
    who: 'chen',
    shows: '先征得本人同意，再打开这里',
    act: async ({ tap }) => {
      await tap('专职联络人')
      await tap('添加')
    },
  },
]
