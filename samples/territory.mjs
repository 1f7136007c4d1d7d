import { header, number, text, title } from './cells.mjs'

const columns = ['小区', '楼栋', '单元数', '治理网格', '建管网格']

/** A community's buildings with their grids: the demo's, one that moves, and a compound that is new. */
export const territory = () => goodRows

/** One of each mistake. */
export const territoryWithErrors = () => badRows

const head = [
  [title('平安里社区楼栋与网格一览表', columns.length), ...Array(columns.length - 1).fill(null)],
  [text('样例，虚构'), ...Array(columns.length - 1).fill(null)],
  columns.map(header),
]

const row = (compound, building, units, governance, construction) => [
  text(compound),
  typeof building === 'number' ? number(building) : text(building),
  typeof units === 'number' ? number(units) : text(units),
  text(governance),
  text(construction),
]

const from = (first, last, rowOf) =>
  Array.from({ length: last - first + 1 }, (_, index) => rowOf(first + index))

const governance = (building) => {
  if (building <= 6) return '第一网格'
  if (building <= 12) return '第二网格'
  return building <= 16 ? '第三网格' : '第四网格'
}

const goodRows = [
  ...head,
  ...from(1, 12, (n) =>
    row('平安花园', n % 2 ? `${n}号楼` : n, 3, governance(n), n <= 10 ? '建管一格' : '建管二格'),
  ),
  ...from(13, 19, (n) => row('槐荫里', `${n} 号楼`, '3 个', governance(n), '')),
  // It moves to the grid that comes with the new compound.
  row('槐荫里', '20 栋', 3, '第四网格', '建管三格'),
  ...from(21, 30, (n) => row('和顺苑', n, 2, '第五网格', '建管三格')),
  [text('合计'), text('30 栋')],
]

const badRows = [
  ...head,
  row('平安花园', 1, 3, '第一网格', '建管一格'),
  row('', 2, 3, '第一网格', '建管一格'),
  row('平安花园', '', 3, '第一网格', '建管一格'),
  row('平安花园', 3, '三个单元', '第一网格', '建管一格'),
  row('平安花园', 4, 40, '第一网格', '建管一格'),
  row('平安花园', '1号楼', 3, '第一网格', '建管一格'),
  row('槐荫里', 7, 3, '第二网格', '建管一格'),
  row('平安花园', '一栋名字写得非常长的大楼', 1, '第一网格', ''),
]
