import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { sayMoment } from '@/services/format'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { Icon } from '@/ui/icon'

type State = Output<'home.work'>['ledgers'][number]
type Proof = NonNullable<State['lastProof']>

/** A community's ledger in figures, and whether redemption is frozen. @param named more than one is shown */
export const Ledger = ({ state, named }: { state: State; named: boolean }) => {
  const where = named ? state.community.name : ''
  return (
    <>
      {state.frozen && <Frozen where={where} />}
      <Card title={`${where}积分账`} aside={<Verdict state={state} />}>
        {state.lastProof ? <Figures proof={state.lastProof} /> : <NotProven />}
      </Card>
    </>
  )
}

const Frozen = ({ where }: { where: string }) => (
  <Card tone="bad">
    <View className="row ledger-frozen">
      <Icon name="snowflake" />
      <View className="grow">
        <View className="t-head">{where}暂停兑换</View>
        <View>核账时发现对不上的地方。居民的积分都在，已换好的东西照常领取；查清以后会恢复兑换。</View>
        <View className="t-note mt-2">请告诉系统管理员。居民问起，就说“正在核对积分账”。</View>
      </View>
    </View>
  </Card>
)

const Verdict = ({ state: { lastProof } }: { state: State }) => {
  if (!lastProof) return <Chip text="还没核对" />
  return lastProof.differences === 0 ? (
    <Chip tone="accent" text="账目相符" />
  ) : (
    <Chip tone="bad" text={`${lastProof.differences} 处对不上`} />
  )
}

const NotProven = () => <View className="t-note">每天凌晨自动从头核对一遍，第一次核对后这里会有数字。</View>

const Figures = ({ proof }: { proof: Proof }) => (
  <>
    <View className="ledger-figures">
      <Line words="累计发放" said={grouped(proof.issued)} />
      <Line words="兑换用掉" said={`− ${grouped(proof.redeemed)}`} />
      <Line words="取消和过期退回" said={`＋ ${grouped(proof.reversed)}`} />
      <Line words="到期没用" said={`− ${grouped(proof.expired)}`} />
      <Line words="现在居民手里" said={grouped(proof.outstanding)} strong />
    </View>
    <View className="t-note mt-3">
      {sayMoment(proof.at)} 核对了 {grouped(proof.journals)} 笔、{grouped(proof.accounts)} 个账户
    </View>
  </>
)

const Line = ({ words, said, strong = false }: { words: string; said: string; strong?: boolean }) => (
  <View className={`ledger-line ${strong ? 'is-strong' : ''}`}>
    <View>{words}</View>
    <View className="num">{said}</View>
  </View>
)

/** 12,345 */
const grouped = (number: number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',')
