import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { root } from '../build/bundle.mjs'

/**
 * Installs the packages of a folder's own lock file into `.cache/`, once for each state of that file: what only some
 * tests need stays out of the main install.
 * @param {string} folder holds package.json, package-lock.json and .npmrc
 * @param {string} what what is installed and how large it is, for the line that is shown
 * @param {(line: string) => void} [say]
 * @returns {string} the folder that `node_modules` lies in
 */
export const installOnDemand = (folder, what, say = console.log) => {
  const target = join(root, '.cache', relative(root, folder).split(sep).filter(Boolean).join('-'))
  if (isInstalled(folder, target)) return target
  say(`Installing ${what}: once.`)
  mkdirSync(target, { recursive: true })
  for (const file of ['package.json', 'package-lock.json', '.npmrc'])
    copyFileSync(join(folder, file), join(target, file))
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false']
  const { status } = spawnSync('npm', options, {
    cwd: target,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`${what} could not be installed; see the messages above.`)
  return target
}

/** npm writes its own list last, so an interrupted install is noticed. */
const isInstalled = (folder, target) =>
  existsSync(join(target, 'node_modules/.package-lock.json')) &&
  readFileSync(join(folder, 'package-lock.json'), 'utf8') ===
    readFileSync(join(target, 'package-lock.json'), 'utf8')
