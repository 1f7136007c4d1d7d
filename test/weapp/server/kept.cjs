const { spawn } = require('node:child_process')
const { join } = require('node:path')
const { createInterface } = require('node:readline')

let server

/** One for all phones of the files that follow each other in this process; started anew if it has gone. */
const keptServer = (runtime) => (server ??= start(runtime))

const start = (runtime) => {
  const child = spawn(process.execPath, [join(__dirname, 'main.mjs'), runtime], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  // It ends with this process, which does not wait for it.
  for (const one of [child, child.stdin, child.stdout]) one.unref()
  child.waiting = new Map()
  const settle = ({ projectPath, ...outcome }) => {
    child.waiting.get(projectPath)?.(outcome)
    child.waiting.delete(projectPath)
  }
  // Other lines are what the mini programs write on their consoles.
  createInterface(child.stdout).on('line', (line) => {
    if (line.startsWith('phone ')) settle(JSON.parse(line.slice('phone '.length)))
  })
  child.on('exit', (code) => {
    server = undefined
    for (const projectPath of child.waiting.keys()) settle({ projectPath, error: `it left with ${code}` })
  })
  return child
}

exports.open = async (projectPath, runtime) => {
  const { stdin, waiting } = keptServer(runtime)
  const outcome = new Promise((resolve) => waiting.set(projectPath, resolve))
  stdin.write(`${projectPath}\n`)
  const { endpoint, error } = await outcome
  if (!endpoint) throw new Error(`the mini program did not start: ${error}`)
  return endpoint
}
