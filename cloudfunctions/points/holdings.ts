import { maskedErasedName } from '../kit/actor'
import { holding, nobody } from '../kit/holding'
import { oneOf } from '../kit/where'
import { accounts, items, journals, proofs, redemptions } from './store'

const ledger = '积分账本要能核对，只留编号，不留姓名'

/** What is kept of people here. The ledger stays as it is: a row that changed would break its chain of hashes. */
export const holdings = [
  nobody(items, '商品'),
  nobody(proofs, '积分核对结果'),
  holding({
    in: accounts,
    title: '积分余额',
    of: ({ memberId }) => ({ memberId }),
    copy: ({ communityId, posted, lots }) => ({ 社区: communityId, 积分: posted, 到期: lots }),
    erase: { kept: ledger },
    outdated: { kept: ledger },
  }),
  holding({
    in: journals,
    title: '积分明细',
    of: ({ accountIds }) => (accountIds.length > 0 ? { 'member.account': oneOf(accountIds) } : null),
    copy: ({ at, member, reason }) => ({
      时间: at,
      积分: member.amount,
      余额: member.balanceAfter,
      原因: reason,
    }),
    erase: { kept: ledger },
    outdated: { kept: ledger },
  }),
  holding({
    in: redemptions,
    title: '兑换记录',
    of: ({ memberId }) => ({ memberId }),
    copy: ({ itemName, quantity, costPoints, state, redeemedAt, endedAt, pickupPlace }) => ({
      商品: itemName,
      数量: quantity,
      积分: costPoints,
      状态: state,
      兑换时间: redeemedAt,
      结束时间: endedAt,
      领取地点: pickupPlace,
    }),
    erase: {
      wiped: '兑换留在账上，姓名和楼栋清除',
      row: (row) => ({ ...row, memberName: maskedErasedName, memberPlace: '' }),
    },
    outdated: { kept: ledger },
  }),
]
