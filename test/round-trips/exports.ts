import { asked, made, masked, one, pinganli } from '../exports/story'
import { newRequestId } from '../support/cloud'
import type { CallsOf } from './call'

export const exportCalls: CallsOf<'exports'> = {
  ask: async ({ persona }) => [
    await persona('chen'),
    { requestId: newRequestId(), communityId: pinganli, what: masked },
  ],
  /** The only step of a small one: it reads a part and makes the workbook. */
  build: async ({ persona }) => {
    const chen = await persona('chen')
    return [chen, one(await asked(chen, { kind: 'items' }))]
  },
  handOut: async ({ persona }) => {
    const chen = await persona('chen')
    return [chen, one(await made(chen, { kind: 'items' }))]
  },
  list: async ({ persona }) => [await persona('chen'), { communityId: pinganli }],
}
