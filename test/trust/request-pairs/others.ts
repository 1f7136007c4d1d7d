import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { jpegWith, segment } from '../../affairs/story'
import { tianfu } from '../../duties/story'
import { chinaDay } from '../../../cloudfunctions/kit/time'
import { newMeeting } from '../../meetings/story'
import { pinganli } from '../../points/story'
import { proposed, said as words, waitingWith } from '../../safety/story'
import { newRequestId } from '../../support/cloud'
import { pair, type Pairs } from './pair'

const day = 86_400_000

const list = (file: string) => ({
  communityId: pinganli,
  fileName: basename(file),
  contentBase64: readFileSync(join(__dirname, '../../../samples', file)).toString('base64'),
})

const photo = (one: number) => jpegWith(segment(0xdb, Buffer.alloc(65, one))).toString('base64')

/** 导入, 导出, 消息, 公示 and 内容审核. */
export const otherPairs: Pairs = ({ cloud, chen, someone }) => {
  const notice = {
    communityId: pinganli,
    kind: 'notification',
    title: '停水通知',
    text: '明天上午停水。',
    pinned: false,
    shownUntil: chinaDay(new Date(Date.now() + 5 * day)),
  } as const
  const { communityId: _communityId, ...said } = notice
  const overStreet = { ...said, streetId: tianfu }

  /** Something that waits for a person's decision. */
  const held = async (fields: object) => {
    const { id } = await newMeeting(chen)
    await proposed(await someone(), id, words.review)
    const { id: checkId, version } = await waitingWith(chen, words.review)
    return { checkId, version, ...fields }
  }

  return {
    'safety.pass': () => pair(chen, () => held({})),
    'safety.refuse': () => pair(chen, () => held({ reason: '像广告' })),
    'imports.stage': async () => ({
      who: chen,
      inputs: [list('居民花名册-有误.xlsx'), list('商品清单-有误.xlsx')],
    }),
    'exports.ask': async () => ({
      who: chen,
      inputs: [
        { communityId: pinganli, what: { kind: 'items' } },
        { communityId: pinganli, what: { kind: 'redemptions', month: '2026-11' } },
      ],
    }),
    'inbox.read': async () => {
      const who = await cloud.resident('zhang')
      const { messages } = await who.get('inbox.messages', {})
      const [one, other] = messages.map(({ id }) => ({ messageId: id }))
      return { who, inputs: [one!, other!] }
    },
    'inbox.allow': async () => ({
      who: await someone(),
      inputs: [{ accepted: ['answer'] }, { accepted: ['meeting'] }],
    }),
    'notices.publish': async () => ({ who: chen, inputs: [notice, { ...notice, title: '停电通知' }] }),
    'notices.uploadPhoto': async () => ({
      who: chen,
      inputs: [{ photo: photo(1) }, { photo: photo(2) }],
    }),
    'notices.publishStreet': async () => ({
      who: await cloud.staff('zhou'),
      inputs: [overStreet, { ...overStreet, title: '停电通知' }],
    }),
    'notices.takeDown': () =>
      pair(chen, async () => {
        const { id } = await chen.get('notices.publish', { requestId: newRequestId(), ...notice })
        return { noticeId: id, reason: '写错了' }
      }),
  }
}
