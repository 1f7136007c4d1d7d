import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { startCloud, type Cloud } from './cloud'
import { DirectoryInUse } from './lock'
import { type LoadedManifest, loadManifest } from './manifest-file'

const DEFAULT_PORT = 8620

/**
 * How much bytecode a function runs before V8 optimizes it; V8's own is 132 KB. Every instance is a V8 of its own
 * that serves some hundred calls, and optimizing the same code in each took a fifth of the processor in a rush.
 */
const INTERRUPT_BUDGET = 1_000_000

const HELP = `A local CloudBase: the unmodified SDKs talk to it.

  node main.js --manifest FILE --data DIR [options]

  --manifest FILE   what it runs: functions, collections with their indexes, timers (JSON; see README.md)
  --data DIR        where documents, files, keys and logs lie; made when absent
  --port N          0 to 65535, default ${DEFAULT_PORT}; 0: any free port
  --fresh           empties the data folder first
  --inspect         a page at /__cloud: collections, documents, slow requests, calls, timers
  --trace           a line for each request, and for each call of a function with its round trips
  --env NAME=VALUE  an environment variable of the functions, as a deployment sets it; as often as needed
  --faults          opens POST /__faults, GET and DELETE /__stats, for tests
  --help            this text

The last line of its start is "ready http://127.0.0.1:<port>". Ctrl-C stops it.`

setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`)
void main()

async function main(): Promise<void> {
  const options = readOptions()
  let cloud: Cloud
  try {
    cloud = await startCloud(options)
  } catch (error) {
    console.error(explain(error, options.port))
    process.exit(1)
  }
  const stop = () => void cloud.stop().then(() => process.exit(0))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  for (const line of servedLines(loadManifest(options.manifestFile), options)) console.log(line)
  console.log(`ready ${cloud.url}`)
}

/** What this cloud serves, for whoever starts it. */
function servedLines(manifest: LoadedManifest, options: ReturnType<typeof readOptions>): string[] {
  const functions = Object.entries(manifest.functions)
  const closed = functions.filter(([, { clientCallable }]) => !clientCallable).map(([name]) => name)
  const timers = functions.reduce((sum, [, definition]) => sum + definition.timers.length, 0)
  const collections = Object.values(manifest.collections)
  const indexes = collections.reduce((sum, definition) => sum + definition.indexes.length, 0)
  return [
    `environment ${manifest.envId}, data in ${options.dataDirectory}`,
    `  functions    ${functions.map(([name]) => name).join(' ') || 'none'}`,
    ...(closed.length > 0 ? [`  closed       ${closed.join(' ')} (clients may not call them)`] : []),
    `  collections  ${collections.length}, with ${indexes} indexes`,
    `  timers       ${timers}`,
    ...(manifest.staticDirectory ? ['  pages        /'] : []),
    ...(options.inspect ? ['  inspector    /__cloud'] : []),
  ]
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      manifest: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string', default: String(DEFAULT_PORT) },
      fresh: { type: 'boolean', default: false },
      env: { type: 'string', multiple: true, default: [] },
      faults: { type: 'boolean', default: false },
      trace: { type: 'boolean', default: false },
      inspect: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(HELP)
    process.exit(0)
  }
  const port = Number(values.port)
  const isPort = Number.isInteger(port) && port >= 0 && port <= 65_535
  if (!values.manifest || !values.data || !isPort || !values.env.every(isSetting)) {
    console.error(HELP)
    process.exit(1)
  }
  return {
    manifestFile: values.manifest,
    dataDirectory: values.data,
    port,
    fresh: values.fresh,
    environment: Object.fromEntries(values.env.map((setting) => partsOf(setting))),
    faults: values.faults,
    inspect: values.inspect,
    provision: true,
    onLine: (line: string) => console.error(line),
    onTrace: values.trace ? (line: string) => console.log(line) : undefined,
  }
}

function isSetting(text: string): boolean {
  return /^[A-Z][A-Z0-9_]*=/.test(text)
}

function partsOf(setting: string): [string, string] {
  const at = setting.indexOf('=')
  return [setting.slice(0, at), setting.slice(at + 1)]
}

function explain(error: unknown, port: number): string {
  if (error instanceof DirectoryInUse) return error.message
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return `端口 ${port} 已被占用，请加 --port 换一个端口，例如 --port ${port + 1} (the port is taken: choose another with --port)`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
