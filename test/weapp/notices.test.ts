import { newRequestId, startTestCloud, type TestCloud } from '../support/cloud'
import { pinganli } from '../points/story'
import { newPhone } from './phone'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})

test('[W1] [P9] in WeChat a notice is read from the list, and gone when it is taken down', async () => {
  const chen = await cloud.staff('chen')
  const { id: noticeId } = await chen.get('notices.publish', {
    requestId: newRequestId(),
    communityId: pinganli,
    kind: 'notification',
    title: '周日上午停水',
    text: '6 号楼到 9 号楼，八点到十一点。',
    pinned: true,
    shownUntil: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
  })
  const zhang = await newPhone(cloud, 'zhang')
  await zhang.opens(`features/notices/list?community=${pinganli}`)
  await zhang.taps(/周日上午停水/)
  await zhang.sees('6 号楼到 9 号楼，八点到十一点。')
  await chen.get('notices.takeDown', { requestId: newRequestId(), noticeId, reason: '改期了' })
  await zhang.opens(`features/notices/list?community=${pinganli}`)
  await zhang.sees('文明养犬倡议书')
  await zhang.noLongerSees('周日上午停水')
})
