import { countRedeemed, itemsOf, redeemedAfter, type Redeemed } from '../points/read'
import type { Item } from '../points/store'
import { momentCell } from './rules'
import { pageOf, wantedOf, type Source } from './sources'

/** 兑换和领取 of a month, by the moment of redeeming: what a verifier sees of whom it was. */
export const redemptions: Source = {
  columns: () => [
    { title: '商品', width: 24 },
    { title: '数量', width: 8 },
    { title: '积分', width: 8 },
    { title: '居民', width: 10 },
    { title: '住址', width: 16 },
    { title: '兑换时间', width: 18 },
    { title: '状态', width: 12 },
    { title: '结束时间', width: 18 },
  ],
  count: (db, { communityId, what }) => countRedeemed(db, communityId, wantedOf(what, 'redemptions').month),
  page: async (db, { communityId, what, cursor }, limit) => {
    const found = await redeemedAfter(db, communityId, wantedOf(what, 'redemptions').month, cursor, limit)
    return pageOf(found, limit, {
      rows: (one) => [redemptionRow(one)],
      cursor: ({ redeemedAt, _id }) => `${redeemedAt} ${_id}`,
    })
  },
}

const redemptionRow = (one: Redeemed) => [
  one.itemName,
  one.quantity,
  one.costPoints,
  one.memberName,
  one.memberPlace,
  momentCell(one.redeemedAt),
  redemptionWords[one.state],
  momentCell(one.endedAt),
]

const redemptionWords: Record<Redeemed['state'], string> = {
  open: '待领取',
  picked_up: '已领取',
  cancelled: '已取消',
  timed_out: '过期退回',
}

/** 商品库存, as it is when it is read; all items of a community are one page. */
export const items: Source = {
  columns: () => [
    { title: '商品名称', width: 24 },
    { title: '所需积分', width: 10 },
    { title: '库存', width: 8 },
    { title: '待领取', width: 8 },
    { title: '上架总数', width: 10 },
    { title: '每人限兑', width: 10 },
    { title: '限兑周期', width: 10 },
    { title: '状态', width: 8 },
    { title: '领取地点', width: 28 },
    { title: '领取时间', width: 28 },
  ],
  count: async (db, { communityId }) => (await itemsOf(db, communityId)).length,
  page: async (db, { communityId }) => {
    const found = await itemsOf(db, communityId)
    return { rows: found.map(itemRow), seen: found.length, cursor: null }
  },
}

const itemRow = (item: Item) => [
  item.name,
  item.costPoints,
  item.left,
  item.reservedUnits,
  item.stocked ?? '',
  item.limitPerPerson,
  periodWords[item.limitPeriod],
  item.state === 'open' ? '开放' : '关闭',
  item.pickupPlace,
  item.pickupHours,
]

const periodWords: Record<Item['limitPeriod'], string> = { month: '每月', quarter: '每季', always: '不限期' }
