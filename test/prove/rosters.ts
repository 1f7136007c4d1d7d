import { plainRows, workbookOf } from '../imports/workbooks'

const header = ['楼栋', '单元', '房号', '姓名', '联系电话', '入住日期', '备注']
const buildings = 20
const units = 3
const doors = 50
const families = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗']
const names = ['桂兰', '建国', '秀英', '志强', '晓梅', '国庆', '淑珍', '立军', '海燕', '文静', '德胜']

/** Households of one community's list: twenty buildings of three units and fifty doors, as 文登 has them. */
export const householdsPerRoster = buildings * units * doors

export interface Roster {
  rows: number
  contentBase64: string
}

/** The list of one community as a workbook; every third household has two people in it. */
export async function rosterOf(community: number): Promise<Roster> {
  const rows = Array.from({ length: householdsPerRoster }, (_, index) => householdOf(community, index)).flat()
  const bytes = await workbookOf(plainRows([header, ...rows]))
  return { rows: rows.length, contentBase64: bytes.toString('base64') }
}

function householdOf(community: number, index: number): string[][] {
  const building = `${1 + Math.floor(index / (units * doors))}号楼`
  const unit = `${1 + (Math.floor(index / doors) % units)}单元`
  const room = `${1 + Math.floor((index % doors) / 3)}0${1 + ((index % doors) % 3)}`
  const family = families[(community + index) % families.length] ?? ''
  const persons = index % 3 === 0 ? 2 : 1
  return Array.from({ length: persons }, (_, person) => [
    ...[building, unit, room, `${family}${names[(index + person) % names.length]}`],
    `13${person}${String(community).padStart(3, '0')}${String(index).padStart(5, '0')}`,
    '2019.3.1',
    index % 9 === 0 ? '独居老人' : '',
  ])
}
