import type { Grant } from './grants'

/** What happened in the demo before its first start. `daysAgo` counts back from that day. */
export type Event = { persona: string; daysAgo: number } & (
  | ({ kind: 'grant' } & Grant)
  | { kind: 'redeem'; goods: string; end: 'picked up' | 'cancelled' | 'waits' }
)

const grant = (
  persona: string,
  daysAgo: number,
  points: number,
  rule: string,
  title: string,
  yearsValid = 1,
): Event => ({
  kind: 'grant',
  persona,
  daysAgo,
  points,
  rule,
  title,
  yearsValid,
  key: `${persona}:${daysAgo}`,
})

const redemption = (
  persona: string,
  daysAgo: number,
  goods: string,
  end: 'picked up' | 'cancelled' | 'waits',
): Event => ({ kind: 'redeem', persona, daysAgo, goods, end })

/** Oldest first within each person. 张桂兰 ends with 268 points: 40 expire this year, 228 the next. */
export const history: readonly Event[] = [
  grant('zhang', 140, 20, '3.2', '小区清洁日打扫楼道 2 小时', 0),
  grant('zhang', 118, 40, '3.4', '暑期护学岗 4 次', 0),
  grant('zhang', 104, 30, '3.5', '教邻居用手机挂号 3 次', 0),
  grant('zhang', 90, 50, '4.2', '调解楼上楼下漏水纠纷', 0),
  grant('zhang', 84, 20, '2.1', '参加消防演练', 0),
  grant('zhang', 75, 23, '3.7', '入户宣传防诈骗'),
  grant('zhang', 60, 50, '5.1', '金点子被采纳：晾衣杆共享'),
  grant('zhang', 47, 20, '3.2', '清理单元门口堆物 2 小时'),
  grant('zhang', 41, 15, '2.3', '参加恳谈日并发言'),
  grant('zhang', 33, 40, '3.3', '楼道巡查 4 次'),
  redemption('zhang', 25, 'rice', 'picked up'),
  grant('zhang', 20, 30, '3.6', '帮独居老人取药 3 次'),
  grant('zhang', 12, 30, '3.2', '垃圾分类站值守 3 小时'),
  redemption('zhang', 9, 'tissue', 'cancelled'),
  grant('zhang', 2, 20, '3.2', '参加「城市党建日」清洁楼道 2 小时'),
  grant('li', 66, 200, '6.1', '楼长履职半年', 0),
  grant('li', 37, 240, '3.2', '义务维修公共座椅 24 小时'),
  redemption('li', 18, 'soap', 'picked up'),
  grant('li', 6, 80, '3.3', '夜间巡逻 8 次'),
  redemption('li', 1, 'tissue', 'waits'),
  grant('wang', 5, 12, '2.1', '参加消防演练'),
  grant('liu', 21, 150, '3.2', '整理社区书屋 15 小时'),
  redemption('liu', 3, 'towel', 'waits'),
]
