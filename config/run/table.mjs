import { cpus } from 'node:os'

/** Prints rows under a head, columns aligned; a Chinese character is two columns wide. */
export const printTable = (head, rows) => {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => widthOf(row[column]))))
  const line = (row) =>
    row.map((cell, column) => `${cell}${' '.repeat(widths[column] - widthOf(cell))}`).join('  ')
  for (const row of [head, widths.map((width) => '-'.repeat(width)), ...rows])
    console.log(line(row).trimEnd())
}

const widthOf = (text) => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)

/** The machine that figures were measured on. */
export const machine = () => ({
  cores: cpus().length,
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  node: process.versions.node,
  platform: process.platform,
})

export const describe = ({ cores, processor, node, platform }) =>
  `${cores} cores (${processor}), Node ${node}, ${platform}`
