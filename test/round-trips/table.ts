import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(__dirname, '../../docs/round-trips.md')

const preface = `# Round trips of every action

What one call asks of the database, begin and commit included, when it is warm and nobody is in its way. Round trips are what costs time and money on CloudBase, so this table is a ceiling: \`test/round-trips/\` makes each call and fails when it asks for more, or when an action has no row. Rows of \`jobs\` are a run that finds nothing to do. Requests to the file store are not counted.

A new action gets a line in the file of its domain in \`test/round-trips/\`. Then, and when a larger number is meant:

    ROUND_TRIPS=write npx jest test/round-trips --selectProjects unit

| action | database calls, at most |
| --- | ---: |
`

/** The table as it stands in the docs. */
export function readTable(): Map<string, number> {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return new Map(
    [...text.matchAll(/^\| `(\S+)` \| (\d+) \|$/gm)].map(([, name = '', most]) => [name, Number(most)]),
  )
}

export function writeTable(rows: Map<string, number>): void {
  const lines = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, most]) => `| \`${name}\` | ${most} |\n`)
  writeFileSync(file, preface + lines.join(''))
}
