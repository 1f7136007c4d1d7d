import { parseArgs } from 'node:util'
import { startCloud, type Cloud } from './cloud'
import { DirectoryInUse } from './lock'

const DEFAULT_PORT = 8620

void main()

/** `node main.js --manifest FILE --data DIR [--port N] [--fresh] [--faults] [--trace]`; see README.md. */
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
  console.log(`ready ${cloud.url}`)
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      manifest: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string', default: String(DEFAULT_PORT) },
      fresh: { type: 'boolean', default: false },
      faults: { type: 'boolean', default: false },
      trace: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!values.manifest || !values.data || !Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error('--manifest FILE --data DIR [--port 0-65535] [--fresh] [--faults] [--trace]')
    process.exit(1)
  }
  return {
    manifestFile: values.manifest,
    dataDirectory: values.data,
    port,
    fresh: values.fresh,
    faults: values.faults,
    provision: true,
    onLine: (line: string) => console.error(line),
    onTrace: values.trace ? (line: string) => console.log(line) : undefined,
  }
}

function explain(error: unknown, port: number): string {
  if (error instanceof DirectoryInUse) return error.message
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return `端口 ${port} 已被占用，请加 --port 换一个端口，例如 --port ${port + 1} (the port is taken: choose another with --port)`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
