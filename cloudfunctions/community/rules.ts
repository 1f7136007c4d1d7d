/** Family names of two characters that are still met; the others have one. */
const longFamilyNames = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 南宫 长孙 宇文 轩辕 钟离 闻人 呼延'.split(
    ' ',
  ),
)

/** A name as others may see it: 张桂兰 → 张**, 欧阳娜 → 欧阳*. */
export function maskedName(name: string): string {
  const letters = Array.from(name.replace(/[\s*\d·.]/gu, ''))
  const family = longFamilyNames.has(letters.slice(0, 2).join('')) ? 2 : 1
  const stars = Math.min(2, Math.max(1, letters.length - family))
  return (letters.slice(0, family).join('') || '某') + '*'.repeat(stars)
}

/** A phone number as others may see it: 13812342241 → 138****2241. Anything shorter becomes stars only. */
export const maskedPhone = (phone: string): string =>
  phone.length === 11 ? `${phone.slice(0, 3)}****${phone.slice(7)}` : '*'.repeat(Math.min(phone.length, 11))

/** Where somebody lives, as neighbours say it and without the room: 7 号楼 2 单元. */
export const placeName = ({ building, unit }: { building: string; unit: string }): string =>
  `${building} 号楼 ${unit} 单元`

/**
 * The parts of a door that a text names, each in the one form in which the roster holds it: 「7 号楼」 is 7,
 * 「二单元0301室」 is 2 and 301. What says nothing (无) is no part.
 */
export const doorParts = (text: string): string[] =>
  text
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
    .normalize('NFKC')
    .replace(/[\s\p{Cc}]/gu, '')
    .toUpperCase()
    .replace(/^第/, '')
    .replace(/(号楼|号院|单元|[栋幢楼座门室房户号#])/g, '-')
    .split(/[-–—−_/\\~]+/)
    .filter((part) => part !== '' && part !== '无')
    .map((part) => (/^[一二三四五六七八九十]+$/.test(part) ? String(fromChinese(part)) : part))
    .map((part) => part.replace(/^0+(?=.)/, ''))

/** What two names of one building have in common, however it is written: 7, 7号楼, 「7 号楼」 and 七栋 are 7. */
export const buildingKey = (building: string): string => doorParts(building).join('-') || building.trim()

/** Whether a list of buildings, which may say 「7 号楼」, names a building of the roster, which says 7. */
export const namesBuilding = (buildings: readonly string[], building: string): boolean =>
  buildings.some((named) => buildingKey(named) === buildingKey(building))

const chineseDigits = '零一二三四五六七八九'

/** 二十一 → 21; enough for buildings and units. */
function fromChinese(text: string): number {
  if (!text.includes('十')) return Number([...text].map((digit) => chineseDigits.indexOf(digit)).join(''))
  const [tens = '', ones = ''] = text.split('十')
  return (tens ? chineseDigits.indexOf(tens) : 1) * 10 + (ones ? chineseDigits.indexOf(ones) : 0)
}
