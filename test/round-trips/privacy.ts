import { pinganli, submitted } from '../affairs/story'
import { applied } from '../party/story'
import { readyCopy, revealing, thisWeek } from '../privacy/story'
import { newRequestId } from '../support/cloud'
import type { CallsOf } from './call'

const request = () => ({ requestId: newRequestId() })

export const privacy: CallsOf<'privacy'> = {
  /** Of somebody whose phone was looked up. */
  home: async (stage) => {
    const who = await stage.resident()
    const { id } = await submitted(who, { identity: 'named' })
    await (await stage.persona('chen')).get('privacy.reveal', revealing(id))
    return [who, {}]
  },
  askCopy: async ({ resident }) => [await resident(), request()],
  openCopy: async ({ cloud, resident }) => {
    const who = await resident()
    await readyCopy(cloud, who)
    return [who, {}]
  },
  beforeErase: async ({ resident }) => [await resident(), {}],
  /** Of a resident who has applied for 双报到. */
  erase: async ({ resident }) => {
    const who = await resident()
    await applied(who)
    return [who, request()]
  },
  agree: async ({ resident }) => [await resident(), request()],
  reveal: async (stage) => {
    const { id } = await submitted(await stage.resident(), { identity: 'named' })
    return [await stage.persona('chen'), revealing(id)]
  },
  audit: async ({ persona }) => [await persona('qian'), { placeId: pinganli, ...thisWeek() }],
}
