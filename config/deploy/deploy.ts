import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApi, type Api } from './api'
import { apply } from './apply'
import { lookAt } from './look'
import { nothing, type Found, type Plan, type Wanted } from './model'
import { planOf } from './plan'
import { cloudbaserc } from './rc'
import { ApiError } from './retry'
import { describePlan, describeStep } from './say'
import { wantedOf } from './wanted'

export interface Options {
  envId: string
  dryRun: boolean
  /** Folder of the production build. */
  built: string
  /** Installs the SDK when it is needed. @returns its folder */
  installSdk: () => string
  say: (line: string) => void
}

/** @returns the exit code: 0 done, 1 refused or failed half-way */
export async function deploy(options: Options): Promise<number> {
  const { envId, dryRun, built, say } = options
  const wanted = wantedOf(built, process.env)
  writeFileSync(join(built, 'cloudbaserc.json'), `${JSON.stringify(cloudbaserc(envId, wanted), null, 2)}\n`)
  const { api, found } = await look(options, wanted)
  const plan = planOf(wanted, found)
  for (const line of describePlan(plan)) say(line)
  if (dryRun) {
    say(`${plan.steps.length} steps; a dry run, nothing was changed.`)
    return 0
  }
  if (plan.refusals.length > 0 || !api) {
    say('Refused: nothing was changed. The lines with ! say why.')
    return 1
  }
  if (plan.steps.length === 0) say('nothing to do')
  return carryOut(api, plan, wanted, say)
}

/** A dry run needs neither keys nor a network: without them it plans for an empty environment. */
async function look(options: Options, wanted: Wanted): Promise<{ api: Api | null; found: Found }> {
  const { envId, dryRun, say, installSdk } = options
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env
  if (!secretId || !secretKey) {
    if (!dryRun) throw new Error('TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY are not set.')
    say(`Plan for ${envId}, as if it were empty (no keys in the environment):`)
    return { api: null, found: nothing }
  }
  try {
    const token = process.env.TENCENTCLOUD_SESSIONTOKEN
    const api = await openApi(installSdk(), envId, { secretId, secretKey, token })
    const found = await lookAt(api, wanted)
    say(`Plan for ${envId}, compared with what is there:`)
    return { api, found }
  } catch (error) {
    if (!dryRun || (error instanceof ApiError && error.code !== 'NO_ANSWER')) throw error
    say(`Plan for ${envId}, as if it were empty (it could not be reached):`)
    return { api: null, found: nothing }
  }
}

/** One step after the other; the next run goes on where this one broke, because it compares anew. */
async function carryOut(
  api: Api,
  { steps }: Plan,
  wanted: Wanted,
  say: (line: string) => void,
): Promise<number> {
  for (const [index, step] of steps.entries()) {
    try {
      await apply(api, step, { ...wanted.secrets, ...wanted.settings })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      say(`Step ${index + 1} of ${steps.length} failed (${describeStep(step)}): ${reason}`)
      say('What was done before it stays. Run the command again: it goes on from there.')
      return 1
    }
    say(`${String(index + 1).padStart(4)}  done: ${describeStep(step)}`)
  }
  return 0
}
