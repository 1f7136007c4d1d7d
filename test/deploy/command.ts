import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
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

interface Surroundings {
  /** Without it there are no keys in the environment. */
  tencent?: SimulatedTencent
  dryRun?: boolean
  variables?: object
}

/** What Node reads once, when a process starts. */
const atStart = {
  ...{ PATH: process.env.PATH, HOME: process.env.HOME, JINLIN_DEPLOY_PAUSE_MS: '5' },
  NODE_EXTRA_CA_CERTS: certificateFile,
}

const environmentOf = ({ tencent, variables }: Surroundings) => ({
  ...atStart,
  ...(tencent
    ? {
        ...{ http_proxy: tencent.proxy, https_proxy: tencent.proxy, JINLIN_KEY: key },
        ...{ TENCENTCLOUD_SECRETID: credentials.secretId, TENCENTCLOUD_SECRETKEY: credentials.secretKey },
      }
    : {}),
  ...variables,
})

let kept: Promise<ChildProcess> | null = null

async function startKept(): Promise<ChildProcess> {
  const child = fork(join(__dirname, 'kept-deploy.mjs'), {
    cwd: root,
    env: atStart as NodeJS.ProcessEnv,
    // Tencent's SDK talks on its standard output.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(child, 'message')
  return child
}

/** Deploys in a process that stays for the next time. */
export async function deployIn(built: string, around: Surroundings): Promise<Ended> {
  kept ??= startKept()
  const child = await kept
  const options = { envId, built, dryRun: around.dryRun ?? false }
  child.send({ options, environment: environmentOf(around) })
  const [ended] = (await once(child, 'message')) as [Ended]
  return ended
}

/** Ends that process. */
export async function stopKept(): Promise<void> {
  const child = await kept
  kept = null
  child?.kill()
}

/** Runs `npm run deploy`'s command in a process of its own. */
export function runDeploy(built: string, around: Surroundings): Promise<Ended> {
  const flags = around.dryRun ? ['--dry-run'] : []
  const command = [join(root, 'config/run/deploy.mjs'), '--env', envId, '--built', built, ...flags]
  const env = environmentOf(around) as NodeJS.ProcessEnv
  const child = spawn(process.execPath, command, { cwd: root, env })
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
    installOnDemand('managementSdk')`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root })
  if (status !== 0) throw new Error(stderr.toString())
}

export const cloudbasercOf = (built: string) =>
  JSON.parse(readFileSync(join(built, 'cloudbaserc.json'), 'utf8')) as { functions: Array<{ name: string }> }
