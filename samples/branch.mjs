import { header, number, text, title } from './cells.mjs'

const columns = ['序号', '所在支部', '姓名', '手机号码', '备注']

/** A community's branch roster: the demo's members and some more. Names and numbers are invented. */
export const branchRoster = () => goodRows

/** One of each mistake. */
export const branchRosterWithErrors = () => badRows

const head = [
  [title('平安里社区在职党员报到名册', columns.length), ...Array(columns.length - 1).fill(null)],
  [text('报送单位：平安里社区党委（样例，姓名电话均为虚构）'), ...Array(columns.length - 1).fill(null)],
  columns.map(header),
]

const people = [
  ['机关第一支部', '李建国', '13800001001'],
  ['机关第一支部', '孔令华', '138 0000 1002'],
  ['教育支部', '王 芳', '13800001003'],
  ['教育支部', '周志强', '+86 13800001004'],
  ['卫生支部', '吴淑珍', '138-0000-1005'],
  ['卫生支部', '郑海波', '13800001006'],
  ['平安里社区支部', '冯玉兰', '13800001007'],
  ['平安里社区支部', '蒋文博', '13800001008'],
  ['交通支部', '沈国栋', '13800001009'],
  ['交通支部', '韩雪梅', '13800001010'],
]

const rowsOf = (list) =>
  list.map(([branch, name, phone], index) => [
    number(index + 1),
    text(branch),
    text(name),
    /^\d{11}$/.test(phone) && index % 2 === 0 ? number(Number(phone)) : text(phone),
    null,
  ])

const goodRows = [...head, ...rowsOf(people), [text('合计'), text(`${people.length} 人`)]]

const badRows = [
  ...head,
  ...rowsOf([
    ['机关第一支部', '李建国', '13800001001'],
    ['', '孔令华', '13800001002'],
    ['教育支部', '', '13800001003'],
    ['教育支部', '周志强', ''],
    ['卫生支部', '吴淑珍', '1380000'],
    ['卫生支部', '郑海波2', '13800001006'],
    ['平安里社区支部', '冯玉兰', '13800001001'],
  ]),
]
