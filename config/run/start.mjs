// npm start [-- --port N --data DIR --fresh]: installs, builds what is stale, runs the local cloud.
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureInstalled } from './install.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

const main = async () => {
  const { port, data, fresh } = readOptions()
  await ensureInstalled()
  await refuseTakenPort(port)
  const { buildStale } = await import('../build/stale.mjs')
  await buildStale(['functions', 'localcloud', 'h5'])
  const parameters = [
    '--manifest',
    join(root, 'dist/cloud.json'),
    '--data',
    data,
    '--port',
    String(port),
    '--inspect',
  ]
  runCloud(fresh ? [...parameters, '--fresh'] : parameters)
}

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8787' },
      data: { type: 'string', default: join(root, '.data') },
      fresh: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is no port.`)
  return { port, data: resolve(values.data), fresh: values.fresh }
}

/** Asked before the build, so that nobody waits for a build only to read that the port is taken. */
const refuseTakenPort = (port) =>
  new Promise((done, refuse) => {
    const probe = createServer()
    probe.on('error', () => {
      const other = port === 65_535 ? port - 1 : port + 1
      refuse(
        new Error(
          `Port ${port} is taken. Stop what uses it, or choose another: npm start -- --port ${other}`,
        ),
      )
    })
    probe.listen(port, '127.0.0.1', () => probe.close(done))
  })

const runCloud = (parameters) => {
  const cloud = spawn(process.execPath, [join(root, 'dist/localcloud/main.js'), ...parameters], {
    stdio: 'inherit',
  })
  // Ctrl-C reaches the cloud by itself; this process only has to outlive it, so that its last words are seen.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => cloud.kill('SIGTERM'))
  cloud.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 0 : 1)))
}

main().catch((error) => {
  console.error(error.message)
  process.exit(1)
})
