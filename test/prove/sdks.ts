import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cloud, startCloud } from '../../localcloud/cloud'
import type { FunctionDefinition, Manifest } from '../../localcloud/manifest'
import { type Check, failureOf } from '../conformance/sdks/check'
import { jsChecks, type JsSdk } from '../conformance/sdks/js-sdk'
import { wxServerChecks, type WxServerSdk } from '../conformance/sdks/wx-server-sdk'
import type { Line } from './line'

/** The SDKs that the product does not use, as they are published, against a local cloud without the product. */
export async function sdks(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jinlin-sdks-'))
  const cloud = await startPlainCloud(folder)
  const packages = process.env.JINLIN_SDKS ?? ''
  const installed = createRequire(join(packages, 'package.json'))
  // Read as a file: not every package lets its package.json be required.
  const versionOf = (name: string): string => {
    const text = readFileSync(join(packages, 'node_modules', name, 'package.json'), 'utf8')
    return `${name} ${(JSON.parse(text) as { version: string }).version}`
  }
  try {
    Object.assign(process.env, functionEnvironment(cloud))
    const wx = installed('wx-server-sdk') as WxServerSdk
    const js = installed('@cloudbase/js-sdk') as { default?: JsSdk } & JsSdk
    const client = { env: cloud.sdk.env, url: cloud.url, token: cloud.signIn('li') }
    return [
      ...(await linesOf(versionOf('wx-server-sdk'), wxServerChecks(wx))),
      ...(await linesOf(`${versionOf('@cloudbase/js-sdk')}, GATEWAY`, jsChecks(js.default ?? js, client))),
    ]
  } finally {
    await cloud.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One line for the SDK, and one more for each check that fails. */
async function linesOf(sdk: string, checks: Check[]): Promise<Line[]> {
  const failures: Line[] = []
  for (const check of checks) {
    const figure = await failureOf(check)
    if (figure !== undefined)
      failures.push({ line: `  ${check.title}`, limit: 'as documented', figure, holds: false })
  }
  const passed = checks.length - failures.length
  const whole = { line: sdk, limit: 'all checks pass', figure: `${passed} of ${checks.length}` }
  return [{ ...whole, holds: failures.length === 0 }, ...failures]
}

function startPlainCloud(folder: string): Promise<Cloud> {
  writeFileSync(
    join(folder, 'echo.js'),
    `exports.main = async (event) => {
      if (event.fail) throw new Error('as asked')
      return { event, openId: process.env.WX_OPENID }
    }`,
  )
  const echo: FunctionDefinition = {
    bundle: 'echo.js',
    timeoutSeconds: 3,
    memoryMb: 128,
    maxInstances: 2,
    clientCallable: true,
    timers: [],
  }
  const manifest: Manifest = {
    envId: 'sdks',
    functions: { echo, closed: { ...echo, clientCallable: false } },
    collections: { things: { indexes: [] } },
    clientStorage: 'signedIn',
    secrets: [],
  }
  writeFileSync(join(folder, 'cloud.json'), JSON.stringify(manifest))
  const workerFile = join(process.cwd(), 'dist/localcloud/worker.js')
  return startCloud({
    manifestFile: join(folder, 'cloud.json'),
    dataDirectory: join(folder, 'data'),
    workerFile,
  })
}

/** What SCF sets for a function: `wx-server-sdk` takes the gateway's address from there. */
function functionEnvironment({ sdk }: Cloud): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: sdk.secretId,
    TENCENTCLOUD_SECRETKEY: sdk.secretKey,
    SCF_NAMESPACE: sdk.env,
    TCB_ENV: sdk.env,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: sdk.serviceUrl }),
  }
}
