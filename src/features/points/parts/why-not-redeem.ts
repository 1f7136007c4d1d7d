import type { Output } from '@contract/index'

const periodWords = { month: '这个月', quarter: '这一季', always: '你' } as const

/** Why this item cannot be had right now, short enough for a button; null when it can. The server decides. */
export const whyNotRedeem = ({ item, mine }: Output<'points.item'>): string | null => {
  if (item.frozen) return '社区正在核对积分账，暂停兑换'
  if (item.state === 'closed') return '这件商品暂停兑换'
  if (item.left === 0) return '已换完，等社区补货'
  if (!mine) return '只有本社区住户可以兑换'
  if (mine.mayStillRedeem === 0) return `${periodWords[item.limitPeriod]}已换满 ${item.limitPerPerson} 份`
  const missing = item.costPoints - mine.available
  return missing > 0 ? `积分不够，还差 ${missing} 分` : null
}
