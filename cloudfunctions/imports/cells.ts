import type { rowErrorCodes } from '../contract/imports'
import type { Cell } from './workbook'

export type RowErrorCode = (typeof rowErrorCodes)[number]

/** A cell that was understood, or why not. */
export type Read<Value> = { value: Value } | { code: RowErrorCode }

/** A cell as text: no control or invisible characters, no blanks at the ends, single blanks inside. */
export function plain(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell)
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** A cell that holds a code or number: full-width forms become plain ones, blanks go. */
export const compact = (cell: Cell): string => plain(cell).normalize('NFKC').replace(/\s/g, '').toUpperCase()

export function readText(cell: Cell, maxLength: number): Read<string> {
  const text = plain(cell)
  return text.length > maxLength ? { code: 'TOO_LONG' } : { value: text }
}

export function readRequired(cell: Cell, maxLength: number): Read<string> {
  const read = readText(cell, maxLength)
  return 'value' in read && read.value === '' ? { code: 'REQUIRED' } : read
}

/** A person's name: 「张 伟」 is 张伟. */
export function readName(cell: Cell, maxLength: number): Read<string> {
  const read = readRequired(cell, maxLength)
  if (!('value' in read)) return read
  const name = read.value.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '').replace(/[•・‧．.]/gu, '·')
  return /^[\p{Script=Han}a-zA-Z][\p{Script=Han}a-zA-Z· ]*$/u.test(name)
    ? { value: name }
    : { code: 'NAME_INVALID' }
}

/**
 * A mobile number as eleven digits, null for an empty cell. A number typed into Excel may come back as a number;
 * a text in powers of ten has lost its digits and is refused.
 */
export function readPhone(cell: Cell): Read<string | null> {
  if (cell instanceof Date) return { code: 'PHONE_INVALID' }
  const text = typeof cell === 'number' ? String(cell) : compact(cell)
  if (/^(无|没有|暂无|[-/—]*)$/.test(text)) return { value: null }
  const digits = text.replace(/[-–—()·.]/g, '').replace(/^(\+86|0086|86(?=1\d{10}$))/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? { value: digits } : { code: 'PHONE_INVALID' }
}

/** A whole number in bounds, with or without a counting word: 120, 「1,200」, 「120 分」, 「每人 2 份」. */
export function readInteger(cell: Cell, min: number, max: number): Read<number> {
  const text = compact(cell)
  if (text === '') return { code: 'REQUIRED' }
  const match = /^(?:每人|限)*(-?\d+)(?:\.0+)?\p{Script=Han}{0,2}$/u.exec(text.replace(/,(?=\d{3})/g, ''))
  const number = Number(match?.[1])
  if (!match || !Number.isSafeInteger(number)) return { code: 'NUMBER_INVALID' }
  return number < min || number > max ? { code: 'NUMBER_OUT_OF_RANGE' } : { value: number }
}

/** Day 0 of Excel's calendar, which counts a 29 February 1900 that never was. */
const excelEpochMs = Date.UTC(1899, 11, 30)
const dayMs = 86_400_000

/** A day as `YYYY-MM-DD`, null for an empty cell: 2026.11.3, 2026年11月3日, 20261103, a date or its serial number. */
export function readDay(cell: Cell): Read<string | null> {
  const text = compact(cell)
  if (text === '') return { value: null }
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    return { value: new Date(excelEpochMs + Math.floor(Number(text)) * dayMs).toISOString().slice(0, 10) }
  }
  const match =
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (!match) return { code: 'DATE_INVALID' }
  const [, year = '', month = '', day = ''] = match
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const instant = new Date(`${iso}T00:00:00Z`)
  const isDay = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso)
  return isDay ? { value: iso } : { code: 'DATE_INVALID' }
}
