import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { openTab, replace } from '@/services/go'
import { sayMoment } from '@/services/format'
import { wordsOf } from '@/services/messages'
import type { Failure } from '@/services/replies'
import { codeIn, decoded } from '@/services/scanned-code'
import { useSession } from '@/services/session'
import { useAction } from '@/services/use-action'
import { useQuery } from '@/services/use-query'
import { liveProps } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { DoneCard } from '@/ui/done-card'
import { Loaded } from '@/ui/loaded'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import { RefusalCard } from '@/ui/refusal-card'
import { Empty } from '@/ui/state'
import { AskingCard } from './parts/asking'
import './desk.css'

/** 确认登录: what a QR on a web page asks for, and the answer. Query: `code`; `q`, the whole link as WeChat has it. */
const ConfirmPage = () => {
  const { code, q } = useRouter().params
  const isMember = useSession((session) => session.me !== null)
  const given = code ? decoded(code) : codeIn(decoded(q ?? ''))
  const token = /^l_[\w-]{22}\.[\w-]{22}$/.test(given) ? given : null
  const [answered, setAnswered] = useState<Answer | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const query = useQuery('desk.scan', token && isMember && !answered ? { token } : null)
  const asking = query.failure ? null : query.data
  return (
    <Page
      title="确认登录"
      footer={
        asking &&
        !answered && <Answers deskId={asking.deskId} onAnswer={setAnswered} onRefused={setFailure} />
      }
    >
      <OnlyMembers title="登录后确认" note="用你的微信登录，再扫一次">
        <View {...liveProps}>{failure && !answered && <RefusalCard {...wordsOf(failure)} />}</View>
        {answered ? (
          <Answered answer={answered} />
        ) : !token || query.failure?.code === 'NOT_FOUND' ? (
          <RefusalCard what="这不是登录二维码" todo="请扫电脑上近邻网页里的二维码" />
        ) : query.failure && isGone(query.failure) ? (
          <RefusalCard {...wordsOf(query.failure)} />
        ) : (
          <Loaded query={query}>{(found) => <AskingCard asking={found} />}</Loaded>
        )}
      </OnlyMembers>
    </Page>
  )
}

type Answer = { until: string } | 'declined'

const isGone = ({ code }: Failure): boolean => code.startsWith('DESK_')

interface Props {
  deskId: string
  onAnswer: (answer: Answer) => void
  onRefused: (failure: Failure) => void
}

const Answers = ({ deskId, onAnswer, onRefused }: Props) => {
  const confirming = useAction('desk.confirm')
  const declining = useAction('desk.decline')
  const confirm = async () => {
    const reply = await confirming.run({ deskId })
    if (reply?.ok) onAnswer(reply.data)
    else if (reply) onRefused(reply)
  }
  const decline = async () => {
    const reply = await declining.run({ deskId })
    if (reply?.ok) onAnswer('declined')
    else if (reply) onRefused(reply)
  }
  return (
    <>
      <Button look="plain" text="拒绝" busy={declining.busy} onTap={decline} />
      <Button text="确认登录" busy={confirming.busy} onTap={confirm} />
    </>
  )
}

const Answered = ({ answer }: { answer: Answer }) =>
  answer === 'declined' ? (
    <Card>
      <Empty
        icon="circle-check"
        title="已经拒绝"
        note="那台电脑没有登录。这张二维码作废了"
        act={{ text: '回首页', onTap: () => openTab('home') }}
      />
    </Card>
  ) : (
    <DoneCard
      words="电脑已登录"
      title="可以在电脑上办公了"
      note={`${sayMoment(answer.until)} 自动退出。要早点退出，在「我的」里点“电脑登录”`}
    >
      <Button look="soft" text="看看哪些电脑登录着" onTap={() => replace('desks')} />
    </DoneCard>
  )

export default ConfirmPage
