import { rowErrorWords } from '../../src/services/messages'
import type { Report } from './client'

const kinds: Record<Report['kind'], string> = {
  roster: '居民花名册',
  items: '商品清单',
  branchRoster: '党员花名册',
  territory: '楼栋网格表',
}

/** Erroneous cells that are printed; the report itself holds some more. */
const shown = 40

/** What a dry run found. */
export function printReport(report: Report): void {
  console.log(`${kinds[report.kind]}「${report.fileName}」 编号 ${report.id}`)
  console.log(`共 ${report.rows} 行，另有空行 ${report.blankRows} 行`)
  console.log(
    `  新增 ${report.added}  更新 ${report.changed}  不变 ${report.unchanged}  有误 ${report.erroneous}`,
  )
  for (const error of report.errors.slice(0, shown)) console.log(`  ${lineOf(error)}`)
  if (report.errors.length > shown) console.log(`  …… 还有 ${report.errors.length - shown} 处`)
}

/** What to do after a dry run that is not applied. */
export function printNextStep({ erroneous }: Report): void {
  console.log(
    erroneous > 0
      ? '还没有写入。请改好文件再试，或加 --apply --skip-errors 跳过有误的行。'
      : '还没有写入。没有错误，加 --apply 写入。',
  )
}

function lineOf({ row, column, code, value, firstRow }: Report['errors'][number]): string {
  const what = firstRow ? `${rowErrorWords[code]}（第 ${firstRow} 行）` : rowErrorWords[code]
  return `第 ${row} 行「${column}」${what}${value ? `：${value}` : ''}`
}

/** How an apply or an undo ended. */
export function printOutcome(report: Report): void {
  if (report.state === 'undone') return console.log(`已撤销，恢复了 ${report.toDo} 行。`)
  console.log(`已写入 ${report.toDo} 行。要撤销：npm run import -- --undo ${report.id}`)
}

const barWidth = 30

/** A bar that grows in place on a terminal, and a line for each step elsewhere. */
export function progressBar(title: string): (done: number, toDo: number) => void {
  return (done, toDo) => {
    const share = toDo === 0 ? 1 : done / toDo
    const filled = Math.round(share * barWidth)
    const bar = `${title} [${'█'.repeat(filled)}${'·'.repeat(barWidth - filled)}] ${done}/${toDo} 行`
    if (process.stdout.isTTY) process.stdout.write(`\r${bar}${share === 1 ? '\n' : ''}`)
    else console.log(bar)
  }
}
