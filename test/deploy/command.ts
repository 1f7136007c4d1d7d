import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { functions } from '../../config/cloud'
import { envId } from './api/answers'
import { certificateFile, credentials, type SimulatedTencent } from './api/server'

const root = join(__dirname, '../..')

export const key = 'the-key-of-this-test-environment-0123456789'

/** A build with a few lines of code for each function, and two pages. */
export function smallBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jinlin-build-'))
  for (const name of Object.keys(functions)) writeCode(folder, name, `exports.main = () => '${name}'`)
  mkdirSync(join(folder, 'h5/js'), { recursive: true })
  writeFileSync(join(folder, 'h5/index.html'), '<html></html>')
  writeFileSync(join(folder, 'h5/js/app.1.js'), '1')
  return folder
}

export function writeCode(folder: string, name: string, code: string): void {
  mkdirSync(join(folder, 'functions', name), { recursive: true })
  writeFileSync(join(folder, 'functions', name, 'index.js'), code)
}

export interface Ended {
  code: number | null
  lines: string[]
}

/** Runs `npm run deploy`'s command in a process of its own. */
export function runDeploy(
  built: string,
  {
    tencent,
    flags = [],
    variables = {},
  }: { tencent?: SimulatedTencent; flags?: string[]; variables?: object },
): Promise<Ended> {
  const environment = {
    ...{ PATH: process.env.PATH, HOME: process.env.HOME, JINLIN_DEPLOY_PAUSE_MS: '5' },
    ...(tencent
      ? {
          ...{ http_proxy: tencent.proxy, https_proxy: tencent.proxy, NODE_EXTRA_CA_CERTS: certificateFile },
          ...{ TENCENTCLOUD_SECRETID: credentials.secretId, TENCENTCLOUD_SECRETKEY: credentials.secretKey },
          JINLIN_KEY: key,
        }
      : {}),
    ...variables,
  }
  const command = [join(root, 'config/run/deploy.mjs'), '--env', envId, '--built', built, ...flags]
  const child = spawn(process.execPath, command, { cwd: root, env: environment as NodeJS.ProcessEnv })
  const chunks: string[] = []
  child.stdout.on('data', (chunk) => chunks.push(String(chunk)))
  child.stderr.on('data', (chunk) => chunks.push(String(chunk)))
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code, lines: chunks.join('').split('\n').filter(Boolean) })),
  )
}

/** Beforehand and on the real network; the command itself only reaches the simulation. */
export function installSdk(): void {
  const script = `import { installOnDemand } from './config/run/on-demand.mjs'
    installOnDemand('${join(root, 'config/deploy/sdk')}', 'the management SDK')`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root })
  if (status !== 0) throw new Error(stderr.toString())
}

export const cloudbasercOf = (built: string) =>
  JSON.parse(readFileSync(join(built, 'cloudbaserc.json'), 'utf8')) as { functions: Array<{ name: string }> }
