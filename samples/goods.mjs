import { day, header, number, text, title } from './cells.mjs'

const columns = [
  ...['商品名称*', '所需积分', '库存', '每人限兑', '限兑周期', '领取地点', '领取时间', '上架日期', '说明'],
]

const station = '1 号驿站（7 号楼架空层）'
const hours = '每天 9:00–11:30，14:00–17:00'

/** A quarter's goods, as a community keeps them: units in the cells, several spellings of numbers and days. */
export const goods = () => goodRows

/** One of each mistake. */
export const goodsWithErrors = () => badRows

const goodRows = [
  [title('平安里社区积分兑换商品清单', columns.length), ...Array(columns.length - 1).fill(null)],
  [],
  columns.map(header),
  row('挂面 1kg', number(35), number(40), '2', '每月', station, hours, day('2026-10-08'), '五把装'),
  row('酱油 1.28L', '40分', '30瓶', '1', '每月', station, hours, '2026.10.8', '零添加'),
  row('食盐 400g', '8 分', '80', '每人2份', '月', station, hours, '2026年10月8日', ''),
  row(
    '鸡蛋（30 枚）',
    number(70),
    number(20),
    '1',
    '每月',
    station,
    '周二、周五 9:00–11:30',
    '',
    '当天到货，当天领',
  ),
  row('卫生纸（10 卷）', '６０', '３０', '1', '', station, hours, '', ''),
  row('保温杯 500ml', number(160), number(10), '1', '季度', station, hours, '', ''),
  row('修脚指甲刀套装', number(45), number(15), '', '', station, hours, '', ''),
  [],
  row(
    '磨刀一次',
    number(10),
    number(50),
    '不限',
    '',
    '便民服务点（3 号楼 1 层）',
    '每月 10 日 9:00–11:00',
    '',
    '最多带两把',
  ),
  row(
    '衣物织补一次',
    number(20),
    number(30),
    '2',
    '按月',
    '便民服务点（3 号楼 1 层）',
    '周三 9:00–11:00',
    '',
    '',
  ),
  row(
    '测血糖试纸（25 片）',
    '100.0',
    number(12),
    '1',
    '每季度',
    '党群服务中心 1 楼',
    '工作日 9:00–17:00',
    '',
    '',
  ),
  row(
    '防滑浴室垫',
    number(55),
    number(18),
    '1',
    '一次',
    '党群服务中心 1 楼',
    '工作日 9:00–17:00',
    number(46_300),
    '80 岁以上老人可请志愿者铺好',
  ),
  row('合计', '', '', '', '', '', '', '', ''),
]

const badRows = [
  [
    title('平安里社区积分兑换商品清单（有误的样例）', columns.length),
    ...Array(columns.length - 1).fill(null),
  ],
  columns.map(header),
  row('绿豆 1kg', number(30), number(20), '1', '每月', station, hours, '', ''),
  row('红豆 1kg', '三十', number(20), '1', '每月', station, hours, '', ''),
  row('黑豆 1kg', number(30), number(9000), '1', '每月', station, hours, '', ''),
  row('', number(30), number(20), '1', '每月', station, hours, '', ''),
  row('绿豆 1kg', number(25), number(20), '1', '每月', station, hours, '', '和第 3 行同名'),
  row('白砂糖 1kg', number(0), number(20), '1', '每天', station, hours, '', ''),
  row('冰糖 500g', number(20), number(10), '1', '每月', '', hours, '2026.2.30', ''),
  row(
    '名字特别特别特别特别特别特别特别特别特别特别特别特别特别长的商品',
    number(20),
    number(10),
    '1',
    '',
    station,
    hours,
    '',
    '',
  ),
]

function row(...cells) {
  return cells.map((cell) => (typeof cell === 'string' ? text(cell) : cell))
}
