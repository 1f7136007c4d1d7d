// npm run import -- FILE.xlsx [--apply]: imports a roster or a list of goods into the running cloud.
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { parseArgs } from 'node:util'
import { limits } from '../../cloudfunctions/contract/limits'
import { Client, Stop, type Report } from './client'
import { printNextStep, printOutcome, printReport, progressBar } from './import-report'

const usage = `用法：
  npm run import -- 文件.xlsx                试读：检查每一行，说明会改动什么，不写入
  npm run import -- 文件.xlsx --apply        试读后写入（有错误时不写入）
      --skip-errors                         跳过有错误的行，写入其余的行
  npm run import -- --undo 导入编号           撤销一次导入
其他选项：
  --community 社区编号      默认是这位工作人员负责的社区
  --as 演示身份             默认 chen（平安里社区工作者）
  --token 令牌              代替演示身份
  --url 地址                默认 http://127.0.0.1:8787`

const options = {
  apply: { type: 'boolean', default: false },
  'skip-errors': { type: 'boolean', default: false },
  undo: { type: 'string' },
  community: { type: 'string' },
  as: { type: 'string', default: 'chen' },
  token: { type: 'string' },
  url: { type: 'string', default: 'http://127.0.0.1:8787' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

async function main(): Promise<void> {
  const { values, positionals } = readOptions()
  const [file] = positionals
  if (values.help || (!file && !values.undo)) return console.log(usage)
  const content = file ? contentOf(file) : null
  const client = await Client.signIn(values)
  const communityId = values.community ?? (await client.ownCommunity())
  if (values.undo) return undo(client, communityId, values.undo)
  if (!file || !content) return
  const report = await client.call('imports.stage', {
    requestId: randomUUID(),
    communityId,
    fileName: basename(file),
    contentBase64: content,
  })
  printReport(report)
  if (!values.apply) return printNextStep(report)
  await apply(client, report, values['skip-errors'])
}

function readOptions() {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch {
    throw new Stop(`看不懂这些选项。\n${usage}`)
  }
}

function contentOf(file: string): string {
  if (!existsSync(file)) throw new Stop(`找不到文件：${file}`)
  if (extname(file).toLowerCase() !== '.xlsx') {
    throw new Stop('只能读 .xlsx 文件。用表格软件打开它，另存为「Excel 工作簿（.xlsx）」再试。')
  }
  const bytes = readFileSync(file)
  if (bytes.length > limits.imports.fileBytes) throw new Stop('文件超过 3 MB，请分成几个文件。')
  if (bytes.length < 4) throw new Stop('文件是空的。')
  return bytes.toString('base64')
}

async function apply(client: Client, staged: Report, skipErroneous: boolean): Promise<void> {
  const input = { communityId: staged.communityId, importId: staged.id, skipErroneous }
  printOutcome(await toTheEnd('正在写入', 'applied', () => client.call('imports.apply', input)))
}

async function undo(client: Client, communityId: string, importId: string): Promise<void> {
  const input = { communityId, importId }
  printOutcome(await toTheEnd('正在撤销', 'undone', () => client.call('imports.undo', input)))
}

/** One call handles some rows: calls until the import has reached its state. */
async function toTheEnd(title: string, end: Report['state'], next: () => Promise<Report>): Promise<Report> {
  const bar = progressBar(title)
  for (;;) {
    const report = await next()
    bar(report.done, report.toDo)
    if (report.state === end) return report
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Stop ? error.message : error)
  process.exitCode = 1
})
