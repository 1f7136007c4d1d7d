import { limits } from '@contract/limits'
import type { ChipTone } from '@/ui/chip'
import type { ImportSummary } from './run-to'

/** What kind of list a workbook holds. */
export const kindWords: Record<ImportSummary['kind'], string> = {
  roster: '居民花名册',
  items: '商品清单',
  branchRoster: '党员花名册',
  territory: '楼栋网格表',
}

/** How an import stands, in a chip. */
export const stateWords: Record<ImportSummary['state'], string> = {
  staged: '已检查，未导入',
  applying: '没导完',
  applied: '已导入',
  undoing: '没撤完',
  undone: '已撤销',
  lapsed: '已过期',
}

/** Colours that repeat the words. */
export const stateTones: Record<ImportSummary['state'], ChipTone> = {
  staged: 'info',
  applying: 'warn',
  applied: 'accent',
  undoing: 'warn',
  undone: 'plain',
  lapsed: 'plain',
}

/** What is under way. */
export const runWords = { apply: '正在导入', undo: '正在撤销' } as const

/** What one row is called. */
export const unitWords: Record<ImportSummary['kind'], string> = {
  roster: '人',
  items: '种',
  branchRoster: '人',
  territory: '行',
}

/** What a workbook may be, for the page on which it is chosen. */
export const fileRules = `.xlsx 表格，不超过 ${limits.imports.fileBytes / 1_000_000} MB、${limits.imports.rows.toLocaleString('en-US')} 行`

/** Rows that the import will write or has written. */
export const rowsToWrite = ({ added, changed }: Pick<ImportSummary, 'added' | 'changed'>): number =>
  added + changed

/** What a finished or possible import does, in one line. */
export const summaryOf = (report: ImportSummary): string => {
  const parts = [
    report.added > 0 && `新增 ${report.added}`,
    report.changed > 0 && `更改 ${report.changed}`,
    report.unchanged > 0 && `不变 ${report.unchanged}`,
    report.erroneous > 0 && `有问题 ${report.erroneous}`,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : '没有可导入的内容'
}
