import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../build/bundle.mjs'

/** What only some commands need: the folder of its lock file and .npmrc, and the words shown while it is installed. */
const extras = {
  managementSdk: ['config/deploy/sdk', "Tencent's management SDK (about 36 MB)"],
  browser: ['test/support/chromium', 'a browser and a Chinese font for the tests (about 150 MB)'],
  phone: ['test/weapp/runtime', 'a runtime for the mini program (about 50 MB)'],
  compiler: ['config/weapp/compiler', "WeChat's compiler for the mini program (about 280 MB)"],
  otherSdks: ['test/conformance/sdks', 'the other SDKs of CloudBase (about 70 MB)'],
  benchPeers: ['test/bench/peer', 'what is measured against (about 60 MB)'],
}

/**
 * Installs the packages of a lock file of its own into `.cache/`, once for each state of that file: what only some
 * commands need stays out of the main install.
 * @param {keyof typeof extras} name
 * @param {(line: string) => void} [say]
 * @returns {string} the folder that `node_modules` lies in
 */
export const installOnDemand = (name, say = console.log) => {
  const [path, what] = extras[name]
  const folder = join(root, path)
  const target = join(root, '.cache', path.replaceAll('/', '-'))
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
