import type { Output } from '@contract/index'

export type Entry = Output<'points.statement'>['entries'][number]

/** What happened, as one line. */
export const titleOf = ({ reason }: Entry): string => {
  const { kind, title } = reason
  return {
    grant: title,
    correction: `更正：${title}`,
    redeem: `兑换 ${title}`,
    cancel: `取消兑换，退回：${title}`,
    timeout: `过期未领，退回：${title}`,
    expire: `积分 ${title}到期`,
  }[kind]
}

/** Why, where a rule says so; empty when the title says it all. */
export const whyOf = ({ reason }: Entry): string => (reason.rule ? `规则 ${reason.rule}` : '')
