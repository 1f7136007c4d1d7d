// node test/weapp/server/main.mjs RUNTIME: runs mini programs without DevTools. Each line that it reads is the folder of
// one; it answers with the address that WeChat's own automator connects to (kept.cjs).
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { connectNetwork } from './network.mjs'
import { methodsOf } from './methods.mjs'

const [, , runtime] = process.argv
const { WebSocketServer } = createRequire(join(runtime, 'package.json'))('ws')
const entry = join(runtime, 'node_modules/@weapp-vite/miniprogram-automator/dist/index.mjs')
const { Launcher } = await import(pathToFileURL(entry))

/** Runs a mini program until the automator that connects to it has left. */
const open = async (projectPath) => {
  const phone = await new Launcher().launch({ projectPath, runtimeProvider: 'headless' })
  const disconnectNetwork = connectNetwork(phone.session.getWx())
  const methods = methodsOf(phone)
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket) => {
    socket.on('message', async (raw) => socket.send(JSON.stringify(await answer(methods, JSON.parse(raw)))))
    socket.on('close', () => {
      server.close()
      disconnectNetwork()
      void phone.close()
    })
  })
  await once(server, 'listening')
  return `ws://127.0.0.1:${server.address().port}`
}

/** As DevTools answers: a result or the words of an error. */
const answer = async (methods, { id, method, params }) => {
  try {
    if (!methods[method]) throw new Error(`${method} is not supported without DevTools`)
    return { id, result: (await methods[method](params)) ?? {} }
  } catch (error) {
    return { id, error: { message: String(error?.message ?? error) } }
  }
}

const tell = (outcome) => console.log(`phone ${JSON.stringify(outcome)}`)

// What a mini program was about to do when its phone was closed; any other error ends the process, as it would a phone.
process.on('unhandledRejection', (error) => {
  if (!/runtime session has (already )?closed/.test(error?.message)) throw error
})

createInterface(process.stdin)
  .on('line', (projectPath) =>
    open(projectPath).then(
      (endpoint) => tell({ projectPath, endpoint }),
      (error) => tell({ projectPath, error: error.message }),
    ),
  )
  // The parent holds the other end: without it there is nobody to run for.
  .on('close', () => process.exit(0))
