import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(__dirname, '../..')

/** File, code, and a part of the message; absent where the code is right. */
type Case = [file: string, code: string, message?: string]

const imported = (specifier: string) => `import { x } from '${specifier}'\nx()\n`
const importedType = (specifier: string) => `import type { X } from '${specifier}'\nexport type Y = X\n`

const client: Case[] = [
  ['src/services/a.ts', imported('@contract/points'), 'takes types from'],
  ['src/services/a.ts', imported('../../cloudfunctions/contract'), 'takes types from'],
  ['src/services/a.ts', imported('../../cloudfunctions/kit/time'), 'takes types from'],
  ['src/services/a.ts', importedType('../../cloudfunctions/kit/time'), 'takes types from'],
  ['src/services/a.ts', `const x = import('@contract/points')\nexport { x }\n`, 'takes types from'],
  ['src/services/a.ts', imported('zod'), 'zod is too large'],
  ['src/services/a.ts', imported('../../localcloud/cloud'), 'knows neither'],
  ['src/services/a.ts', imported('../../demo/personas'), 'knows neither'],
  ['src/services/a.ts', imported('@contract/limits')],
  ['src/services/a.ts', imported('@contract/doors')],
  ['src/services/a.ts', importedType('@contract/points')],
]

const functions: Case[] = [
  ['cloudfunctions/points/a.ts', imported('@cloudbase/node-sdk'), 'only cloudfunctions/kit'],
  ['cloudfunctions/points/a.ts', imported('../../localcloud/cloud'), 'knows neither'],
  ['cloudfunctions/points/a.ts', imported('../../demo/seed'), 'knows neither'],
  ['cloudfunctions/points/a.ts', imported('../imports/apply'), 'domains import each other'],
  ['cloudfunctions/imports/a.ts', `export * from '../points/redeem'\n`, 'domains import each other'],
  [
    'cloudfunctions/upkeep/main.ts',
    `export { main } from '../jobs/main'
`,
  ],
  ['cloudfunctions/points/a.ts', imported('../jobs/main'), 'domains import each other'],
  ['cloudfunctions/kit/a.ts', imported('../points/post'), 'knows none of them'],
  ['cloudfunctions/contract/a.ts', imported('../kit/time'), 'stands on zod alone'],
  ['cloudfunctions/contract/a.ts', imported('dayjs'), 'stands on zod alone'],
  ['cloudfunctions/points/rules.ts', imported('../kit/database'), 'rules take values'],
  ['cloudfunctions/points/rules.ts', imported('./store'), 'rules take values'],
  ['cloudfunctions/points/rules.ts', imported('node:fs'), 'rules take values'],
  ['cloudfunctions/points/rules.ts', imported('../kit/time')],
  ['cloudfunctions/affairs/rules.ts', imported('../kit/workdays')],
  ['cloudfunctions/affairs/rules.ts', imported('chinese-days'), 'rules take values'],
  ['cloudfunctions/points/rules.ts', importedType('./store')],
  ['cloudfunctions/imports/a.ts', imported('../points/catalogue')],
  ['cloudfunctions/kit/a.ts', imported('@cloudbase/node-sdk')],
]

const around: Case[] = [
  ['localcloud/a.ts', imported('../cloudfunctions/kit/time'), 'by its manifest only'],
  ['localcloud/a.ts', importedType('../cloudfunctions/contract'), 'by its manifest only'],
  ['localcloud/a.ts', imported('../demo/seed'), 'by its manifest only'],
  ['demo/a.ts', imported('../src/services/call'), 'like any other'],
  ['demo/a.ts', imported('@cloudbase/node-sdk'), 'only cloudfunctions/kit'],
  ['demo/a.ts', imported('../cloudfunctions/points/post')],
]

const habits: Case[] = [
  ['cloudfunctions/points/a.ts', 'export const x = Date.now()\n', 'handed in as `now`'],
  ['cloudfunctions/points/a.ts', 'export const x = new Date()\n', 'handed in as `now`'],
  ['cloudfunctions/points/a.ts', 'export const x = Math.random()\n', 'handed in as `random`'],
  ['cloudfunctions/points/a.ts', 'export const x = crypto.randomUUID()\n', 'made by kit/ids'],
  ['cloudfunctions/points/a.ts', 'export const x = process.env.KEY\n', 'read by the kit'],
  ['cloudfunctions/points/a.ts', `export const x = (db: Db) => db.where({})\n`, 'named and bounded'],
  ['cloudfunctions/points/a.ts', `console.log('x')\n`, 'console'],
  ['cloudfunctions/points/a.ts', 'export const x = 1 as any\n', 'no-explicit-any'],
  ['src/ui/a.ts', '// @ts-ignore\nexport const x = 1\n', 'ban-ts-comment'],
  ['src/ui/a.ts', '// eslint-disable-next-line eqeqeq\nexport const x = 1 == 2\n', 'eqeqeq'],
  ['src/ui/a.ts', `export const x = 1\n${'\n'.repeat(200)}`, 'max-lines'],
  ['src/ui/a.ts', `export const x = () => {\n${'x()\n'.repeat(41)}}\n`, 'max-lines-per-function'],
  ['cloudfunctions/kit/a.ts', 'export const x = Date.now()\n'],
  ['cloudfunctions/points/a.ts', 'export const x = new Date(0)\n'],
]

const cases = [...client, ...functions, ...around, ...habits]

describe('what lint refuses', () => {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'test/support/lint-snippets.mjs')], {
    cwd: root,
    input: JSON.stringify(cases.map(([file, code]) => ({ file, code }))),
    encoding: 'utf8',
  })
  const results = stdout ? (JSON.parse(stdout) as string[][]) : []

  test('the snippets could be linted', () =>
    expect({ stderr, count: results.length }).toMatchObject({ count: cases.length }))

  test.each(
    cases.map(([file, code, message], index) => ({ file, code: code.slice(0, 90).trim(), message, index })),
  )('$file: $code → $message', ({ message, index }) => {
    const found = results[index] ?? ['not linted']
    if (message) expect(found.join('\n')).toContain(message)
    else expect(found).toEqual([])
  })
})
