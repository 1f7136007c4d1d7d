import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { openTab } from '@/services/go'
import type { Failure } from '@/services/replies'
import { canScan, scanCode } from '@/services/platform/scan'
import { codeIn, decoded } from '@/services/scanned-code'
import { loadMe, useSession } from '@/services/session'
import { useQuery, type Query } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { CodeEntry } from '@/ui/code-entry'
import { DoneCard } from '@/ui/done-card'
import { Loaded } from '@/ui/loaded'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import { RefusalCard } from '@/ui/refusal-card'
import { Empty } from '@/ui/state'
import { AnswerCard } from './parts/answer-card'
import { OfferCard } from './parts/offer-card'
import { dutyWords, postOf, type Invitation } from './words'
import './duties.css'

/**
 * 邀请: what a link offers, and the answer to it. Query: `code`; `q`, the whole link as WeChat hands it over; with
 * neither it is scanned here.
 */
const InvitationPage = () => {
  const { code, q } = useRouter().params
  const isMember = useSession((session) => session.me !== null)
  const [given, setGiven] = useState(code ? decoded(code) : q ? codeIn(decoded(q)) : '')
  const token = /^j_[\w-]{22}\.[\w-]{22}$/.test(given) ? given : null
  const query = useQuery('duties.invitation', token && isMember ? { token } : null)
  const read = async () => {
    const text = await scanCode()
    if (text !== null) setGiven(codeIn(text))
  }
  return (
    <Page
      title="邀请"
      refresh={token ? query.reload : undefined}
      footer={canScan && isMember && !token && <Button icon="scan-line" text="扫一扫" onTap={read} />}
    >
      <OnlyMembers title="登录后看邀请" note="登录后，再扫一次邀请码">
        {token ? (
          <Answering key={token} token={token} query={query} />
        ) : (
          <>
            {given !== '' && <RefusalCard what="这不是完整的邀请码" todo="请再扫一次，或请邀请你的人重发" />}
            <CodeEntry
              title="扫邀请码"
              notes={notes}
              label="邀请码"
              yes="打开"
              busy={false}
              onCode={(text) => setGiven(codeIn(text))}
            />
          </>
        )}
      </OnlyMembers>
    </Page>
  )
}

const notes = {
  scanning: '有人请你担任社区、街道的岗位，会给你一个二维码。点下面的按钮扫它。',
  pasting: '有人请你担任社区、街道的岗位，会给你一个二维码。用手机相机扫它；扫出来的是文字时，贴到这里。',
}

const Answering = ({ token, query }: { token: string; query: Query<Invitation> }) => {
  const [declined, setDeclined] = useState(false)
  const onAccepted = async () => void (await Promise.all([query.reload(), loadMe()]))
  if (declined)
    return (
      <Card>
        <Empty
          icon="circle-check"
          title="已经回绝"
          note="邀请作废了，邀请你的人会收到消息"
          act={{ text: '回首页', onTap: () => openTab('home') }}
        />
      </Card>
    )
  // It will not come back: what was read of it before is of no use either.
  if (query.failure && isGone(query.failure)) return <RefusalCard {...dutyWords(query.failure)} />
  return (
    <Loaded query={query}>
      {(invitation) =>
        invitation.accepted ? (
          <Accepted invitation={invitation} />
        ) : (
          <>
            <OfferCard invitation={invitation} />
            <AnswerCard
              token={token}
              phonesLeft={invitation.phonesLeft}
              onAccepted={onAccepted}
              onDeclined={() => setDeclined(true)}
              onRefused={query.reload}
            />
          </>
        )
      }
    </Loaded>
  )
}

const isGone = ({ code }: Failure): boolean => code === 'NOT_FOUND' || code.startsWith('INVITATION_')

/** It is mine: what I am now, or what is still missing. */
const Accepted = ({ invitation }: { invitation: Invitation }) => {
  const { accepted, placeName, role } = invitation
  const post = postOf(placeName, role)
  const isMine = accepted === 'in_force' || accepted === 'due'
  if (isMine)
    return (
      <DoneCard words="已接受" title={post} note="现在起生效。交给你的事在「工作」里">
        <Button text="去工作" onTap={() => openTab('staff')} />
      </DoneCard>
    )
  if (accepted === 'waiting')
    return (
      <DoneCard words="已接受，等批准" title={post} note="另一位负责人批准后生效，到时会有消息">
        <Button look="soft" text="回首页" onTap={() => openTab('home')} />
      </DoneCard>
    )
  return (
    <Card>
      <Empty icon="user-round" title="这个任职已经结束" note={`${post}。有疑问请问负责人`} />
    </Card>
  )
}

export default InvitationPage
