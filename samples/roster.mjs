import { day, header, merged, number, sequence, text, title } from './cells.mjs'

const familyNames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁于蒋']
const firstNames = [
  ...['桂兰', '建国', '秀英', '志强', '晓梅', '国庆', '淑珍', '立军', '海燕', '文静', '德胜', '玉华', '春生'],
  ...['丽娟', '永福', '冬梅', '家明', '美玲', '振东', '雪', '伟', '芳', '敏', '涛', '静', '军', '磊', '欣怡'],
  ...['浩然', '子涵', '雨桐', '宇轩'],
]
const notes = [
  '独居老人',
  '党员',
  '租户',
  '楼长',
  '单元长',
  '残疾人家庭',
  '退役军人',
  '空置，钥匙在物业',
  '双胞胎',
]

/**
 * 平安里社区, 21 buildings of 3 units and 51 doors each: 3,213 households, 4,400 people. Kept as offices keep it:
 * a merged title, a note above the header, merged buildings, blank rows, a header on each "page", many spellings.
 */
export function roster() {
  const random = sequence(7)
  const people = Array.from({ length: 21 }, (_, index) => buildingRows(index + 1, random))
  return [
    [title('天福街道平安里社区居民花名册', 7), ...Array(6).fill(null)],
    [text('填表单位：平安里社区居委会（样例，姓名电话均为虚构）'), ...Array(6).fill(null)],
    [],
    headerRow(),
    ...people.flatMap((rows, index) => (index === 10 ? [[], headerRow(), ...rows] : [...rows, []])),
    [text('合计'), null, null, text('以上共 3213 户')],
  ]
}

const headerRow = () =>
  ['楼栋', '单元', '房号', '户主/姓名', '联系电话（手机）', '入住日期', '备注'].map((name) =>
    header(name === '户主/姓名' ? '姓 名' : name),
  )

function buildingRows(building, random) {
  const rows = []
  for (let unit = 1; unit <= 3; unit += 1) {
    for (let floor = 1; floor <= 17; floor += 1) {
      for (let door = 1; door <= 3; door += 1)
        rows.push(...householdRows(building, unit, floor, door, random))
    }
  }
  // Every fourth building has its number once, in a merged cell.
  if (building % 4 !== 0) return rows
  return rows.map(([, ...rest], index) => [
    index === 0 ? merged(`${building}号楼`, rows.length) : null,
    ...rest,
  ])
}

function householdRows(building, unit, floor, door, random) {
  const members = 1 + (random(10) < 3 ? 1 : 0) + (random(40) < 3 ? 1 : 0)
  const family = random(familyNames.length)
  const names = new Set()
  while (names.size < members) names.add(nameOf((family + names.size * 7) % familyNames.length, random))
  const room = `${floor}0${door}`
  return [...names].map((name, index) => [
    text(buildingSpelling(building, random)),
    text(unitSpelling(unit, building)),
    building % 5 === 0 ? number(Number(room)) : text(building % 7 === 0 ? `${room}室` : room),
    text(random(12) === 0 && name.length === 2 ? `${name[0]} ${name[1]}` : name),
    index === 0 || random(3) > 0 ? phoneSpelling(phoneOf(building, unit, floor, door, index), random) : null,
    index === 0 ? daySpelling(random) : null,
    random(9) === 0 ? text(notes[random(notes.length)]) : null,
  ])
}

const nameOf = (family, random) => familyNames[family] + firstNames[random(firstNames.length)]

const buildingSpelling = (building, random) =>
  [`${building}号楼`, `${building}#`, `${building}栋`, `${building}`, ` ${building} 号楼`][random(5)]

const unitSpelling = (unit, building) => (building % 3 === 0 ? `${'一二三'[unit - 1]}单元` : `${unit}单元`)

/** 130 0000 xxxx … 132 0000 xxxx: one number for each person, none of anybody's. */
const phoneOf = (building, unit, floor, door, index) =>
  `13${index}0000${String(((building - 1) * 3 + unit - 1) * 51 + (floor - 1) * 3 + door).padStart(4, '0')}`

function phoneSpelling(phone, random) {
  const [head, middle, tail] = [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)]
  const spellings = [
    () => number(Number(phone)),
    () => text(phone),
    () => text(`${head} ${middle} ${tail}`),
    () => text(`${head}-${middle}-${tail}`),
    () => text(`+86 ${phone}`),
    () => text([...phone].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')),
  ]
  return spellings[Math.min(random(9), 5)]()
}

function daySpelling(random) {
  const [year, month, date] = [2004 + random(20), 1 + random(12), 1 + random(28)]
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  const spellings = [
    () => day(iso),
    () => text(`${year}.${month}.${date}`),
    () => text(`${year}年${month}月${date}日`),
    () => text(`${year}/${month}/${date}`),
    () => null,
    () => null,
  ]
  return spellings[random(6)]()
}

/** A short list with one of each mistake, and good rows in between. */
export function rosterWithErrors() {
  const row = (...cells) => cells.map((cell) => (typeof cell === 'number' ? number(cell) : text(cell)))
  return [
    [title('平安里社区居民花名册（有误的样例）', 7), ...Array(6).fill(null)],
    headerRow(),
    row('30号楼', '1单元', '101', '马秀兰', '13000000001', '2019.3.1', '独居老人'),
    row('30号楼', '1单元', '102', '于德胜', '1300000000', '', ''),
    row('30号楼', '1单元', '', '林海燕', '13000000003', '', ''),
    row('30号楼', '二单元', '101', '', '13000000004', '', ''),
    [],
    row('30号楼', '二单元', '102', '宋文静', '13000000005', '2019年13月1日', ''),
    row('30#', '1', '101', '马 秀兰', 13000000001, '', '和第 3 行重复'),
    row('30号楼', '二单元', '103', '田3', '13000000006', '', ''),
    row('', '二单元', '201', '董家明', '13000000007', '', ''),
    row('30号楼', '二单元', '东边那户', '潘玉华', '13000000008', '', ''),
    row('30号楼', '1单元', '2-202', '袁春生', '13000000009', '', '房号里写的是 2 单元'),
    row('30号楼', '二单元', '301', '蒋冬梅', '1.3E+10', '', '长数字被表格改写'),
    row('30号楼', '二单元', '302', '谢美玲', '0631-0000123', '', '座机'),
    row('30号楼', '二单元', '303', '唐振东', '13000000012', 43_525, ''),
    row('30号楼', '二单元', '401', '许立军', '无', '', '备注很长'.repeat(20)),
    row('合计', '', '', '', '', '', ''),
  ]
}
