import { generateKeyPairSync } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installOnDemand } from '../run/on-demand.mjs'

/** What WeChat's server would answer about the account: its limits in KB. Asked for nothing, so no network. */
const account = {
  platform: false,
  appType: 0,
  setting: {
    MaxCodeSize: 2048,
    MaxSubpackageSubCodeSize: 2048,
    MaxSubpackageFullCodeSize: 30720,
    NavigateMiniprogramLimit: 10,
    MaxTabbarIconSize: 40,
  },
}

/** The strictest way: without these flags bad WXML and bad scripts pass unseen. */
const setting = {
  minified: true,
  es6: true,
  es7: true,
  minify: true,
  minifyJS: true,
  minifyWXML: true,
  minifyWXSS: true,
}

/**
 * Compiles a build with WeChat's own compiler, off-line, and lets it judge the quality of the code.
 * @param {string} folder of the build
 * @returns {Promise<string[]>} what the compiler refuses; empty when it takes the build
 */
export const compileFaults = async (folder) => {
  const installed = installOnDemand('compiler')
  const ci = createRequire(join(installed, 'package.json'))('miniprogram-ci')
  const work = mkdtempSync(join(tmpdir(), 'jinlin-compile-'))
  try {
    const project = projectIn(ci, folder, work)
    await ci.getCompiledResult({ project, version: '0.0.0', desc: '', setting }, join(work, 'compiled.zip'))
    return await qualityFaults(ci, project)
  } catch (error) {
    return [String(error.message ?? error)]
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** A key of the right kind that opens nothing: nothing is signed off-line. */
const projectIn = (ci, folder, work) => {
  // A root of "./", as the build's own project file has it, confuses the search for unused files.
  cpSync(folder, join(work, 'weapp'), { recursive: true })
  writeFileSync(join(work, 'project.config.json'), JSON.stringify({ miniprogramRoot: 'weapp/', setting }))
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const privateKeyPath = join(work, 'private.key')
  writeFileSync(privateKeyPath, privateKey.export({ type: 'pkcs1', format: 'pem' }))
  const project = new ci.Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath: work,
    privateKeyPath,
  })
  project.attr = async () => account
  return project
}

/** Each check of the report says by itself whether it was passed. */
const qualityFaults = async (ci, project) =>
  (await ci.checkCodeQuality(project))
    .filter(({ success }) => !success)
    .map(({ name, text, detail }) => `${name}: ${text ?? ''} ${JSON.stringify(detail ?? '')}`)
