import { useState } from 'react'
import { View } from '@tarojs/components'
import { replace } from '@/services/go'
import { sentenceOf } from '@/services/messages'
import { loadMe, useSession } from '@/services/session'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Loaded } from '@/ui/loaded'
import { OnlyResidents } from '@/ui/only-residents'
import { Page } from '@/ui/page'
import { RefusalCard } from '@/ui/refusal-card'
import { sayDoor, type Residence } from './words'
import './residency.css'

/** 我搬走了: what ends and what stays, before it is done. */
const MoveOutPage = () => {
  const isResident = useSession((session) => Boolean(session.me?.residency))
  const query = useQuery('residency.home', isResident ? {} : null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { busy, run } = useAction('residency.moveOut')
  const residence = query.data?.residence ?? null
  const leave = async () => {
    setRefusal(null)
    const reply = await run({})
    if (!reply) return
    if (!reply.ok) return setRefusal(sentenceOf(reply))
    toast('办好了，住址已经注销')
    await loadMe()
    replace('residency')
  }
  return (
    <Page
      title="我搬走了"
      refresh={query.reload}
      footer={residence && <Button look="danger" text="确定搬走" busy={busy} onTap={leave} />}
    >
      <OnlyResidents what="住址" why="还没有登记住址。">
        <Loaded query={query}>
          {(answer) => (
            <>
              {refusal && <RefusalCard todo={refusal} />}
              {answer.residence && <WhatEnds residence={answer.residence} />}
            </>
          )}
        </Loaded>
      </OnlyResidents>
    </Page>
  )
}

const WhatEnds = ({ residence }: { residence: Residence }) => {
  const { communityName, ends } = residence
  return (
    <>
      <Card>
        <View className="t-note">{communityName}</View>
        <View className="t-title t-break">{sayDoor(residence)}</View>
        <View className="mt-2">确定以后，你就不是这一户的人了。家里别的人不受影响。</View>
      </Card>
      <Card title="会结束的">
        <List>
          <Cell icon="x" title="住户身份" note="积分商品不能再换，社区的会不能再报名" />
          {ends.registration && (
            <Cell icon="x" title="党员双报到" note="报到随着结束，填的支部和手机号删掉，报名没去的活动取消" />
          )}
        </List>
      </Card>
      <Card title="会留下的">
        <List>
          <Cell icon="circle-check" title="积分" note="都还在，搬回本社区接着用。没领的商品请先领" />
          <Cell icon="circle-check" title="你反映的事" note="照常办，照常告诉你结果" />
          {ends.signUps > 0 && (
            <Cell
              icon="circle-check"
              title={`报了名的 ${ends.signUps} 场会`}
              note="座位还留着，不去的话请到那场会里取消"
            />
          )}
          <Cell icon="circle-check" title="住过的记录" note="只有你和社区工作人员看得到" />
        </List>
      </Card>
    </>
  )
}

export default MoveOutPage
