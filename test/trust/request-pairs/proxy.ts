import { elders, end, object, started } from '../../proxy/story'
import type { Caller } from '../../support/cloud'
import { pair, type Pairs } from './pair'

const begun = { as: 'staff', why: 'eyes', note: '', agreed: 'in_person' }

/** 代办. */
export const proxyPairs: Pairs = ({ cloud, guo, chen }) => {
  /** One that is over. */
  const ended = async (helper: Caller, memberId: string) => {
    const proxyId = await started(helper, memberId)
    await end(helper, proxyId)
    return { proxyId }
  }
  const elder = async () => (await elders(cloud, 1))[0]!

  return {
    'proxy.start': async () => ({
      who: chen,
      inputs: [
        { ...begun, memberId: (await elder()).memberId },
        { ...begun, memberId: (await elder()).memberId },
      ],
      // One at a time.
      alone: true,
    }),
    'proxy.end': async () => {
      const { memberId } = await elder()
      const over = await ended(guo, memberId)
      return { who: guo, inputs: [{ proxyId: await started(guo, memberId) }, over] }
    },
    'proxy.confirm': async () => {
      const { who, memberId } = await elder()
      return pair(who, () => ended(guo, memberId))
    },
    'proxy.object': async () => {
      const { who, memberId } = await elder()
      return pair(who, async () => ({ ...(await ended(guo, memberId)), text: '我没有同意过' }))
    },
    'proxy.settle': async () => {
      const { who, memberId } = await elder()
      return pair(await cloud.staff('qian'), async () => {
        const over = await ended(guo, memberId)
        await object(who, over.proxyId)
        return { ...over, text: '已当面道歉' }
      })
    },
  }
}
