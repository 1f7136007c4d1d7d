import type { Draft } from '../../cloudfunctions/points/journal'
import { compareAccount, emptyChain, follow } from '../../cloudfunctions/points/proof'
import type { Account, Journal } from '../../cloudfunctions/points/store'

export const today = '2026-11-21'
export const community = 'wendeng.tianfu.pinganli'

/** Points that come and last to the end of 2026, or go. */
export const draft = (key: string, amount: number): Draft => ({
  key,
  amount,
  lots: amount > 0 ? [{ expiresOn: '2026-12-31', points: amount }] : undefined,
  system: amount > 0 ? 'issuance' : 'shop',
  reason: { kind: amount > 0 ? 'grant' : 'redeem', title: '清洁楼道', rule: null, ruleVersion: null },
  redemptionId: null,
  reverses: null,
  actor: 'm_1',
  at: '2026-11-21T08:00:00.000Z',
})

/** Documents with which the proof finds something wrong. */
export const differencesOf = (journals: readonly Journal[], account: Account) => {
  let chain = emptyChain(account._id, community)
  const found = journals.flatMap((journal) => {
    const next = follow(chain, journal)
    chain = next.chain
    return next.differences
  })
  return [...found, ...compareAccount(account, chain, new Map())].map(({ document }) => document)
}
