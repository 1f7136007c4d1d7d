import { useCallback } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { call } from '@/services/call'
import { open } from '@/services/go'
import { useSession } from '@/services/session'
import { useOlder, type OlderPage } from '@/services/use-older'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { Figure, Figures } from '@/ui/figures'
import { Loaded } from '@/ui/loaded'
import { More } from '@/ui/more'
import { OnlyResidents } from '@/ui/only-residents'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { ServiceRow, type Service } from './parts/service-row'
import './party.css'

type Answer = Output<'party.record'>

/** 服务记录: what I did, how long, for how many points and by which rule; the sums on top. */
const RecordPage = () => {
  const isResident = useSession((session) => Boolean(session.me?.residency))
  const query = useQuery('party.record', isResident ? {} : null)
  return (
    <Page title="服务记录" refresh={query.reload}>
      <OnlyResidents what="你的服务记录" why="服务记录是住户自己的。" without="参加活动的时长和积分记在这里">
        <Loaded query={query}>
          {(answer) => (
            <>
              <Sums total={answer.total} />
              <Rows answer={answer} />
            </>
          )}
        </Loaded>
      </OnlyResidents>
    </Page>
  )
}

const Sums = ({ total: { activities, minutes, points } }: Pick<Answer, 'total'>) => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return (
    <Card>
      <Figures>
        <Figure number={activities} words="次活动" />
        <Figure number={hours} words={rest === 0 ? '小时' : `小时 ${rest} 分钟`} />
        <Figure number={points} words="分积分" tone="accent" />
      </Figures>
    </Card>
  )
}

const Rows = ({ answer }: { answer: Answer }) => {
  const older = useCallback(async (before: string) => {
    const reply = await call('party.record', { before })
    return reply.ok ? pageOf(reply.data) : null
  }, [])
  const list = useOlder(pageOf(answer), older)
  if (list.rows.length === 0) {
    return (
      <Card>
        <Empty
          icon="clipboard-list"
          title="还没有服务记录"
          note="参加活动，签到签退以后，时长和积分记在这里"
          act={{ text: '看看活动', onTap: () => open('partyDays') }}
        />
      </Card>
    )
  }
  return (
    <Card title="每一次">
      <View>
        {list.rows.map((row) => (
          <ServiceRow key={row.participation.id} service={row} />
        ))}
      </View>
      <More list={list} what="更早的" end="从第一次起都在这里了" />
    </Card>
  )
}

const pageOf = ({ rows, nextBefore }: Answer): OlderPage<Service, string> => ({ rows, nextBefore })

export default RecordPage
