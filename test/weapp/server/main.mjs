// node test/weapp/server/main.mjs PROJECT RUNTIME: runs a mini program without DevTools, prints the address that
// WeChat's own automator connects to.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { connectNetwork } from './network.mjs'
import { methodsOf } from './methods.mjs'

const [, , projectPath, runtime] = process.argv
const { WebSocketServer } = createRequire(join(runtime, 'package.json'))('ws')

const main = async () => {
  const entry = join(runtime, 'node_modules/@weapp-vite/miniprogram-automator/dist/index.mjs')
  const { Launcher } = await import(pathToFileURL(entry))
  const phone = await new Launcher().launch({ projectPath, runtimeProvider: 'headless' })
  connectNetwork(phone.session.getWx())
  const methods = methodsOf(phone)
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket) =>
    socket.on('message', async (raw) => socket.send(JSON.stringify(await answer(methods, JSON.parse(raw))))),
  )
  server.on('listening', () => console.log(`ready ws://127.0.0.1:${server.address().port}`))
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

// The parent holds the other end: without it there is nobody to run for.
process.stdin.resume().on('end', () => process.exit(0))
await main()
