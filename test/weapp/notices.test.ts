import { newRequestId, startTestCloud, type TestCloud } from '../support/cloud'
import { pinganli } from '../points/story'
import { said, tianfu, uploaded } from '../notices/story'
import { checkedAfter } from '../safety/story'
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

test('[W1] [P9] in WeChat what a street tells stands among the community’s own, with its photo', async () => {
  const zhou = await cloud.staff('zhou')
  await zhou.get('notices.publishStreet', {
    ...said({ title: '街道防汛提醒', text: '雨大请绕开低洼路段。' }),
    streetId: tianfu,
    photoIds: [await uploaded(zhou)],
  })
  await checkedAfter(cloud, 0)
  await cloud.push()
  const zhang = await newPhone(cloud, 'zhang')
  await zhang.opens(`features/notices/list?community=${pinganli}`)
  await zhang.sees('文明养犬倡议书')
  await zhang.taps(/街道防汛提醒/)
  await zhang.sees('雨大请绕开低洼路段。')
  await zhang.sees(/^街道.*发布/)
})

test('[W1] [P9] in WeChat a notice for some buildings is written by choosing them', async () => {
  const chen = await newPhone(cloud, 'chen')
  await chen.opens('features/notices/form')
  await chen.types('七号楼电梯检修')
  await chen.types('周三上午检修，请走楼梯。', 1)
  await chen.taps('部分楼栋')
  await chen.taps('发布')
  await chen.sees('请选楼栋')
  await chen.taps(/^平安花园/)
  await chen.taps('7 号楼')
  await chen.sees('选了 1 栋')
  await chen.taps('发布')
  await chen.sees('给 7 号楼')
})
