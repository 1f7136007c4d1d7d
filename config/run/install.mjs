// Runs before anything is installed: Node's own modules only.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const oldestNode = 20

/** Makes sure that Node is new enough and that the packages of the lock file are there; installs them if not. */
export const ensureInstalled = async () => {
  const major = Number(process.versions.node.split('.')[0])
  if (major < oldestNode) {
    console.error(`Node ${oldestNode} or newer is needed; this is ${process.versions.node}.`)
    process.exit(1)
  }
  if (isInstalled(root)) return
  console.log('Installing the packages of the lock file: once, one to two minutes, about 800 MB of disk.')
  const code = await runNpmCi(root)
  if (code === 0) return
  console.error('npm ci failed; its messages are above. Check the network and the registry, then try again.')
  process.exit(1)
}

/**
 * npm writes node_modules/.package-lock.json as the last step of an install, so an interrupted one is noticed
 * and one that was made by hand is accepted.
 */
const isInstalled = (folder) => {
  const installedFile = join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(installedFile)) return false
  const wanted = readPackages(join(folder, 'package-lock.json'))
  const installed = readPackages(installedFile)
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  )
}

const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}

/** npm says nothing for long stretches when it is not on a terminal; a line every ten seconds shows life. */
const runNpmCi = (cwd) =>
  new Promise((resolve) => {
    const startedAt = Date.now()
    const npm = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
    const pulse = setInterval(() => {
      const seconds = Math.round((Date.now() - startedAt) / 1000)
      console.log(`  … ${seconds} s, ${countFolders(join(cwd, 'node_modules'))} folders`)
    }, 10_000)
    npm.on('error', () => resolve(1))
    npm.on('exit', (code) => resolve(code ?? 1))
    npm.on('close', () => clearInterval(pulse))
  })

const countFolders = (folder) => (existsSync(folder) ? readdirSync(folder).length : 0)
