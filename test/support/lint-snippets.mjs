// Lints the snippets on standard input, [{ file, code }], as if they lay in the project; prints their messages.
import { readFileSync } from 'node:fs'
import { ESLint } from 'eslint'

const snippets = JSON.parse(readFileSync(0, 'utf8'))
const eslint = new ESLint()
const results = []
for (const { file, code } of snippets) {
  const [result] = await eslint.lintText(code, { filePath: file })
  results.push(result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))
}
process.stdout.write(JSON.stringify(results))
