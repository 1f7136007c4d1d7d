import { jpegWith, segment } from '../affairs/story'
import type { CallInput } from '../support/caller'
import { newRequestId, type Caller } from '../support/cloud'

export const tianfu = 'wendeng.tianfu'
export const pinganli = 'wendeng.tianfu.pinganli'
export const liulin = 'wendeng.tianfu.liulin'

/** A notice that can be published as it is, by whomever; without its place. */
export const said = (fields: object = {}): Omit<CallInput<'notices.publish'>, 'communityId'> => ({
  ...{
    requestId: newRequestId(),
    kind: 'notification',
    title: '清洗水箱',
    text: '请提前接水。',
    pinned: false,
  },
  shownUntil: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
  ...fields,
})

let taken = 0

/** Uploads a picture for a notice, another each time. @returns its id */
export async function uploaded(who: Caller): Promise<string> {
  const photo = jpegWith(segment(0xdb, Buffer.alloc(65, (taken += 1)))).toString('base64')
  return (await who.get('notices.uploadPhoto', { requestId: newRequestId(), photo })).photoId
}
