import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { distFolder, root } from './bundle.mjs'

/**
 * Builds the mini program (`weapp`) or its web version (`h5`) into `<out>/<type>`.
 * @param {'h5' | 'weapp'} type
 * @param {{ out?: string, demo?: boolean }} options demo: with the persona sign-in, for local use only
 * @throws with the last lines of the compiler's log when it fails
 */
export const buildTaro = async (type, { out = distFolder, demo = false } = {}) => {
  const logFile = join(root, '.cache/logs', `${type}${demo ? '-demo' : ''}.log`)
  mkdirSync(join(root, '.cache/logs'), { recursive: true })
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    JINLIN_DEMO: demo ? '1' : '',
    JINLIN_DIST: out,
    BROWSERSLIST_IGNORE_OLD_DATA: '1',
  }
  const code = await run(['build', '--type', type, '--no-check'], env, logFile)
  const log = readFileSync(logFile, 'utf8')
  // The compiler's exit code is 0 for some failures.
  if (code === 0 && !/Failed to compile|编译失败|Module not found/.test(log)) return
  throw new Error(`${type} did not build (whole log: ${logFile})\n${log.split('\n').slice(-40).join('\n')}`)
}

const run = (parameters, env, logFile) =>
  new Promise((resolve) => {
    const cli = join(root, 'node_modules/@tarojs/cli/bin/taro')
    const child = spawn(process.execPath, [cli, ...parameters], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const log = createWriteStream(logFile)
    child.stdout.pipe(log, { end: false })
    child.stderr.pipe(log, { end: false })
    child.on('close', (code) => log.end(() => resolve(code ?? 1)))
  })
