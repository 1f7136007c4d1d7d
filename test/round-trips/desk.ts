import { atDesk, codeOf, opened, scanned } from '../desk/story'
import { newRequestId } from '../support/cloud'
import type { CallsOf, Stage } from './call'
import { idle } from './others'

const asked = async (stage: Stage) => {
  const chen = await stage.persona('chen')
  return { chen, input: { requestId: newRequestId(), deskId: (await scanned(stage.cloud, chen)).deskId } }
}

export const desk: CallsOf<'desk'> = {
  open: async ({ cloud }) => [cloud.guest(), { browser: 'chrome', system: 'windows' }],
  /** Of the page whose QR was confirmed: what it fetches is its ticket. */
  look: async ({ cloud, persona }) => {
    const { deskId, secret } = (await atDesk(cloud, await persona('chen'))).page
    return [cloud.guest(), { deskId, secret }]
  },
  scan: async ({ cloud, persona }) => [await persona('chen'), { token: codeOf(await opened(cloud)) }],
  /** Of one desk too many: the oldest ends. */
  confirm: async (stage) => {
    const { chen, input } = await asked(stage)
    for (let n = 0; n < 5; n += 1) await atDesk(stage.cloud, chen)
    return [chen, input]
  },
  decline: async (stage) => {
    const { chen, input } = await asked(stage)
    return [chen, input]
  },
  mine: async ({ cloud, persona }) => [(await atDesk(cloud, await persona('chen'))).desk, {}],
  end: async ({ cloud, persona }) => [
    (await atDesk(cloud, await persona('chen'))).desk,
    { requestId: newRequestId(), deskId: null },
  ],
}

export const deskJobs: CallsOf<'jobs'> = { sweepDesks: async (stage) => idle(stage) }
