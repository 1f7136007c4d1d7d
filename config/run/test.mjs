// npm test: what must hold before a change is proposed. npm test -- types lint runs only those.
// --all: what multiplies (pages by states and modes, requests by the ways in which they fail) in every combination
// instead of by turns. CI runs it so; nothing lands without (decision 0193).
import { parseArgs } from 'node:util'
import { ensureInstalled } from './install.mjs'

const main = async () => {
  const startedAt = Date.now()
  await ensureInstalled()
  const { values, positionals: wanted } = parseArgs({
    options: { all: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  process.env.JINLIN_BREADTH = values.all ? 'all' : 'turns'
  const { gates } = await import('./gates.mjs')
  const unknown = wanted.filter((name) => !gates.some((gate) => gate.name === name))
  if (unknown.length > 0) {
    throw new Error(
      `No such gate: ${unknown.join(', ')}. There are: ${gates.map(({ name }) => name).join(', ')}.`,
    )
  }
  const isWanted = ({ name, onlyWhole }) =>
    wanted.length === 0 ? values.all || !onlyWhole : wanted.includes(name)
  const chosen = gates.filter(isWanted)
  installFor(chosen)
  const installedAt = Date.now()
  const results = []
  for (const group of groupsOf(chosen)) results.push(...(await Promise.all(group.map(run))))
  const left = wanted.length === 0 ? gates.filter((gate) => !isWanted(gate)) : []
  for (const { name } of left) console.log(`left to npm test -- --all: ${name}`)
  report(results)
  const took = inMinutes(Date.now() - installedAt)
  console.log(`${took} for the gates, ${inMinutes(installedAt - startedAt)} before them for what they need`)
  sumUp(results)
}

/** What cannot be installed is told again by the gate that needs it: the others still run. */
const installFor = (gates) => {
  for (const { install } of gates) {
    try {
      install?.()
    } catch (error) {
      console.error(error.message)
    }
  }
}

const inMinutes = (milliseconds) => {
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** Neighbours that may run together, else one gate at a time. */
const groupsOf = (gates) => {
  const groups = []
  for (const gate of gates) {
    const last = groups.at(-1)
    if (gate.beside && gate.beside === last?.[0].beside) last.push(gate)
    else groups.push([gate])
  }
  return groups
}

/** A gate that throws has failed, and the ones after it still run: one call tells everything that is wrong. */
const run = async ({ name, title, check }) => {
  console.log(`\n— ${title}`)
  const startedAt = Date.now()
  const outcome = await check().catch((error) => {
    console.error(error.message)
    return { passed: 0, failed: 1 }
  })
  return { name, seconds: (Date.now() - startedAt) / 1000, ...outcome }
}

const report = (results) => {
  console.log('')
  for (const { name, seconds, passed, failed } of results) {
    console.log(
      `${failed > 0 ? 'FAILED' : 'ok    '} ${name}: ${passed} passed, ${failed} failed, ${seconds.toFixed(0)} s`,
    )
  }
}

const sumUp = (results) => {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  if (sum('failed') > 0) process.exitCode = 1
}

main().catch((error) => {
  console.error(error.message)
  process.exit(1)
})
