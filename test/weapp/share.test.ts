import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fromNow, hour, newMeeting } from '../meetings/story'
import { newRequestId, startTestCloud, type TestCloud } from '../support/cloud'
import { pinganli } from '../points/story'
import { newPhone, type Phone } from './phone'

const built = join(__dirname, '../../dist/weapp')

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})

/** What WeChat would send to a chat; null where the page is passed on to nobody. */
const sharedFrom = ({ program }: Phone): Promise<{ title: string; path: string; imageUrl: string } | null> =>
  program.evaluate(() => getCurrentPages().pop()?.onShareAppMessage?.({ from: 'button' }) ?? null)

describe('sent to a chat in WeChat', () => {
  test('[W1] [M1] what is one person’s own is passed on to nobody', async () => {
    const zhang = await newPhone(cloud, 'zhang')
    for (const path of ['pages/home/index', 'pages/me/index', 'features/points/redemptions']) {
      await zhang.opens(path)
      await zhang.sees(/./)
      expect(await sharedFrom(zhang)).toBeNull()
    }
  })

  test('[W1] [M1] a meeting brings its day and its page', async () => {
    const times = { startsAt: fromNow(2 * hour), endsAt: fromNow(3 * hour), signUpUntil: fromNow(hour) }
    const { id } = await newMeeting(await cloud.staff('chen'), { ...times, title: '楼道堆物', capacity: 5 })
    const zhang = await newPhone(cloud, 'zhang')
    await zhang.opens(`features/meetings/meeting?id=${id}`)
    await zhang.sees('转发给邻居')
    const { title, path } = (await sharedFrom(zhang)) ?? {}
    expect(title).toMatch(/^楼道堆物 · (\d{4} 年 )?\d+ 月 \d+ 日 周. \d\d:\d\d–\d\d:\d\d$/)
    const neighbour = await newPhone(cloud, 'guest')
    await neighbour.opens(String(path).slice(1))
    await neighbour.sees('楼道堆物')
  })

  test('[W1] [P9] a notice brings its kind, its title and its page', async () => {
    const { id } = await (
      await cloud.staff('chen')
    ).get('notices.publish', {
      requestId: newRequestId(),
      communityId: pinganli,
      kind: 'notification',
      title: '周日上午停水',
      text: '八点到十一点。',
      pinned: false,
      shownUntil: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
    })
    const zhang = await newPhone(cloud, 'zhang')
    await zhang.opens(`features/notices/notice?id=${id}`)
    await zhang.sees('转发给邻居')
    expect(await sharedFrom(zhang)).toMatchObject({
      title: '通知：周日上午停水',
      path: `/features/notices/notice?id=${id}`,
    })
  })

  test('[W1] [P7] every page that is passed on brings a picture of its own, not one of the sender’s screen', async () => {
    const zhang = await newPhone(cloud, 'zhang')
    for (const path of ['features/affairs/answered', 'features/directory/list']) {
      await zhang.opens(`${path}?community=${pinganli}`)
      const shared = await sharedFrom(zhang)
      expect(shared?.path).toBe(`/${path}?community=${pinganli}`)
      expect(existsSync(join(built, shared?.imageUrl ?? 'none'))).toBe(true)
    }
    for (const domain of ['meetings', 'notices'])
      expect(existsSync(join(built, `features/${domain}/shared.png`))).toBe(true)
  })
})
