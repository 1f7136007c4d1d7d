import type { Output } from '@contract/index'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'

type Facts = Output<'privacy.beforeErase'>

/** What is over once the account is deleted; only what the person has. */
export const WhatGoes = ({ facts }: { facts: Facts }) => {
  const { points, redemptions, signUps, registration, residence } = facts
  return (
    <Card title="会删掉的">
      <List>
        <Cell icon="x" title="姓名、手机和消息" note="马上删。微信身份也不再对应到这个账号" />
        {residence && <Cell icon="x" title="住址" note={`${residence}，住过的记录一起删`} />}
        {points > 0 && <Cell icon="x" title={`${points} 积分`} note="不能再用，也不能转给别人" />}
        {redemptions > 0 && (
          <Cell icon="x" title={`${redemptions} 件没领的商品`} note="取消兑换。要的话，先领了再注销" />
        )}
        {signUps > 0 && <Cell icon="x" title={`${signUps} 场会的报名`} note="座位让给候补的邻居" />}
        {registration && <Cell icon="x" title="党员双报到" note="报到结束，填的支部和手机号删掉" />}
      </List>
    </Card>
  )
}

/** What stays, and why: without a name. */
export const WhatStays = () => (
  <Card title="会留下的">
    <List>
      <Cell icon="circle-check" title="你反映的事" note="是公共记录，署名改成“已注销用户”。没办完的照常办" />
      <Cell icon="circle-check" title="积分账" note="每一笔都要能核对，只留一个找不到人的编号" />
      <Cell icon="circle-check" title="同意和查看的记录" note="要能证明，也只留编号" />
      <Cell icon="circle-check" title="社区的花名册" note="是社区自己登记的。要改要删，请找社区" />
    </List>
  </Card>
)
