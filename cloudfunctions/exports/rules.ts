import { grouped, maskedPhone, ungrouped } from '../community/rules'
import { limits } from '../contract/limits'
import { chinaMinute } from '../kit/time'
import type { Export } from './store'

type What = Export['what']

/** What stands in a cell. */
export type Cell = string | number

/** What each kind is called. */
export const titles: Record<What['kind'], string> = {
  households: '居民花名册',
  cases: '诉求',
  signUps: '报名和签到',
  participations: '活动时长',
  redemptions: '兑换和领取',
  items: '商品库存',
}

/** The field that is at fault; null when the days are in order and not too many. */
export function whyNotDays(what: What): string | null {
  if (what.kind !== 'cases') return null
  const days = (Date.parse(what.to) - Date.parse(what.from)) / 86_400_000
  return days >= 0 && days < limits.exports.days ? null : 'what.to'
}

/** @param name of the meeting or the activity */
export function subjectOf(what: What, name: string): string {
  if (what.kind === 'cases') return `${what.from} 至 ${what.to}`
  return what.kind === 'redemptions' ? what.month : name
}

/** As many rows as there is room for. */
export const cutTo = <Row>(room: number, rows: readonly Row[]): { rows: Row[]; isCut: boolean } => ({
  rows: rows.slice(0, room),
  isCut: rows.length > room,
})

/**
 * A text that a spreadsheet takes for a text, also after it was saved as something else: what could begin a formula
 * gets an apostrophe before it, and what no workbook can hold is gone.
 */
export const safeText = (text: string): string => {
  const held = text.replace(/[^\P{Cc}\t\r\n]|[\uFFFE\uFFFF]|\p{Cs}/gu, '')
  return /^[=+\-@\t\r]/.test(held) ? `'${held}` : held
}

/** What somebody wrote, without the numbers of phones and identity cards. */
export const withoutNumbers = (text: string): string =>
  text
    .replace(identity, (found) => ungrouped(found).replace(/^(.{6}).{8}/, '$1********'))
    .replace(mobile, (found) => maskedPhone(ungrouped(found)))

const identity = new RegExp(String.raw`(?<!\d)${grouped(String.raw`\d`, '{16}')}[\s-]?[\dXx](?!\d)`, 'g')

/** Also behind the country's code. */
const mobile = new RegExp(String.raw`(?<=(?:^|\D)(?:86)?)${grouped('1[3-9]', '{9}')}(?!\d)`, 'g')

/** An instant as a cell has it, in China; empty where there is none. */
export const momentCell = (at: string | null): string => (at ? chinaMinute(new Date(at)) : '')

interface About {
  community: string
  by: string
  now: Date
  isUnmasked: boolean
}

/** The second sheet: what this is, and of whom one may ask about it. */
export const aboutOf = (
  { what, subject, rows, isCut }: Pick<Export, 'what' | 'subject' | 'rows' | 'isCut'>,
  { community, by, now, isUnmasked }: About,
): Array<[string, Cell]> => [
  ['内容', titles[what.kind]],
  ['范围', subject || '全部'],
  ['社区', community],
  ['导出人', by],
  ['导出时间', chinaMinute(now)],
  ['行数', rows],
  ['姓名和号码', isUnmasked ? '完整，请妥善保管，用完删除' : '已隐去一部分'],
  ...(isCut
    ? [['注意', `超过 ${limits.exports.rows} 行，后面的没有导出。请缩小范围再导一次`] as [string, Cell]]
    : []),
]
