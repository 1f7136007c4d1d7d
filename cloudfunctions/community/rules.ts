import { buildingKey } from '../contract/doors'

export { buildingKey, doorParts } from '../contract/doors'

/** The level of a place, by the parts of its id. */
export const levelOf = (placeId: string): 'district' | 'street' | 'community' =>
  (['district', 'street', 'community'] as const)[placeId.split('.').length - 1] ?? 'community'

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

/**
 * A pattern for a number, also one written in groups: 13812342241, 138 1234 2241, 138-1234-2241.
 * @param first how it begins
 * @param more how many digits follow, as patterns say it
 */
export const grouped = (first: string, more: string): string => String.raw`${first}(?:[\s-]?\d)${more}`

/** A number without the blanks and dashes between its groups. */
export const ungrouped = (number: string): string => number.replace(/[\s-]/g, '')

/** Where somebody lives, as neighbours say it and without the room: 7 号楼 2 单元. */
export const placeName = ({ building, unit }: { building: string; unit: string }): string =>
  `${building} 号楼 ${unit} 单元`

/** Whether a list of buildings, which may say 「7 号楼」, names a building of the roster, which says 7. */
export const namesBuilding = (buildings: readonly string[], building: string): boolean =>
  buildings.some((named) => buildingKey(named) === buildingKey(building))
