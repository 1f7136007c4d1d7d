/**
 * How doors and buildings are written and what the writings have in common. Plain text in, plain text out: the forms
 * search by it and the functions compare by it, so that both mean the same building.
 */

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

const chineseDigits = '零一二三四五六七八九'

/** 二十一 → 21; enough for buildings and units. */
function fromChinese(text: string): number {
  if (!text.includes('十')) return Number([...text].map((digit) => chineseDigits.indexOf(digit)).join(''))
  const [tens = '', ones = ''] = text.split('十')
  return (tens ? chineseDigits.indexOf(tens) : 1) * 10 + (ones ? chineseDigits.indexOf(ones) : 0)
}
