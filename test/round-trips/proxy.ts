import { elders, end, object, pinganli, started, starting } from '../proxy/story'
import { newRequestId } from '../support/cloud'
import type { CallsOf, Stage } from './call'
import { idle } from './others'

const request = () => ({ requestId: newRequestId() })

export const proxy: CallsOf<'proxy'> = {
  find: async ({ persona, cloud }) => {
    const [elder] = await elders(cloud, 1)
    return [
      await persona('chen'),
      { communityId: pinganli, building: '9', unit: '1', room: elder?.room ?? '' },
    ]
  },
  family: async ({ resident }) => [await resident(), {}],
  /** Of a helper who has helped before. */
  start: async (stage) => {
    const { memberId, guo } = await over(stage)
    return [guo, starting(memberId)]
  },
  current: async (stage) => {
    const { memberId } = await over(stage)
    const guo = await stage.persona('guo')
    const { session } = await guo.get('proxy.current', {})
    if (!session) await started(guo, memberId)
    return [guo, {}]
  },
  end: async (stage) => {
    const { memberId, guo } = await over(stage)
    return [guo, { ...request(), proxyId: await started(guo, memberId) }]
  },
  records: async (stage) => [(await over(stage)).who, {}],
  confirm: async (stage) => {
    const { who, proxyId } = await over(stage)
    return [who, { ...request(), proxyId }]
  },
  /** In a community with one secretary: each more is three more. */
  object: async (stage) => {
    const { who, proxyId } = await over(stage)
    return [who, { ...request(), proxyId, text: '我没有同意过' }]
  },
  objections: async (stage) => {
    const { who, proxyId } = await over(stage)
    await object(who, proxyId)
    return [await stage.persona('qian'), { communityId: pinganli }]
  },
  settle: async (stage) => {
    const { who, proxyId } = await over(stage)
    await object(who, proxyId)
    return [await stage.persona('qian'), { ...request(), proxyId, text: '已当面道歉' }]
  },
}

/** A 代办 by 郭建军 that is over; none of his goes on. */
async function over({ cloud, persona }: Stage) {
  const guo = await persona('guo')
  const { session } = await guo.get('proxy.current', {})
  if (session) await end(guo, session.id)
  const elder = (await elders(cloud, 1))[0]!
  const proxyId = await started(guo, elder.memberId)
  await end(guo, proxyId)
  return { ...elder, proxyId, guo }
}

export const proxyJobs: CallsOf<'jobs'> = { tendProxies: async (stage) => idle(stage) }
