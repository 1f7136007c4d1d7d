import { refreshBoard } from '../cloudfunctions/home/post'
import { database } from '../cloudfunctions/kit/database'
import { chinaDay } from '../cloudfunctions/kit/time'
import { publish } from '../cloudfunctions/notices/publish'
import type { Input } from '../cloudfunctions/contract'
import { act } from './act'
import { demoPlaces, pinganli } from './places'

interface DemoNotice extends Pick<Input<'notices.publish'>, 'kind' | 'title' | 'text' | 'pinned'> {
  daysAgo: number
}

const dayMs = 86_400_000

const notices: readonly DemoNotice[] = [
  {
    kind: 'publicity',
    title: '三季度「晾晒台」：127 件诉求办理结果',
    text: '三季度共收到居民诉求 127 件，办结 124 件。居民评价 98 件，其中满意 91 件。\n没有办结的 3 件：9 号楼外墙渗水（等专项维修资金审批）、南门车位（列入恳谈日议题）、12 号楼电梯异响（配件在途）。\n谁办的、怎么办的，贴在党群服务中心一楼公示栏。有疑问请打社区电话。',
    pinned: true,
    daysAgo: 6,
  },
  {
    kind: 'notification',
    title: '周六上午停水检修，6–9 号楼',
    text: '本周六 8:00–12:00 检修供水管道，6、7、8、9 号楼停水，请提前接好用水。\n来水后先放一会儿，水清了再用。行动不便的住户，网格员周五下午上门帮忙接水。',
    pinned: false,
    daysAgo: 1,
  },
  {
    kind: 'initiative',
    title: '文明养犬倡议书',
    text: '出门牵绳，清理粪便，早晚避开儿童游乐区。\n电梯里有老人孩子时，请抱起或等下一趟。大家相互体谅，小区更舒心。',
    pinned: false,
    daysAgo: 3,
  },
]

/** What 平安里社区 tells everybody, and then the boards of all communities as they stand. Can be repeated. */
export async function putUpNotices(start: Date, now: Date): Promise<void> {
  for (const [index, { daysAgo, ...said }] of notices.entries()) {
    const at = new Date(start.getTime() - daysAgo * dayMs)
    const input: Input<'notices.publish'> = {
      ...said,
      requestId: `demo-notice-000${index}`,
      communityId: pinganli,
      shownUntil: chinaDay(new Date(start.getTime() + 30 * dayMs)),
    }
    await act('notices.publish', publish, 'chen', input, at)
  }
  for (const { _id, kind } of demoPlaces)
    if (kind === 'community') await refreshBoard(_id, { db: database(), now, elapsedMs: () => 0 })
}
