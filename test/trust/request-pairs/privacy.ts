import { submitted } from '../../affairs/story'
import type { Pairs } from './pair'

/** 隐私. */
export const privacyPairs: Pairs = ({ chen, someone }) => ({
  'privacy.reveal': async () => {
    const { id: targetId } = await submitted(await someone(), { identity: 'named' })
    const input = { kind: 'case', targetId, reason: 'call_back' }
    return {
      who: chen,
      inputs: [
        { ...input, words: '约上门时间' },
        { ...input, words: '问问楼层' },
      ],
    }
  },
})
