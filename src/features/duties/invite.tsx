import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import type { Role } from '@contract/access'
import type { Output } from '@contract/index'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { useKept } from '@/services/use-kept'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { emptyInvite, invitingOf, problemsOf, type InviteDraft, type Problems } from './parts/invite-draft'
import { InvitedCard } from './parts/invited-card'
import { InviteFields } from './parts/invite-fields'
import { dutySentence, type Staff } from './words'
import './duties.css'

/** Invites somebody to a duty at a place. Query: `place`. What is written is kept until it is sent. */
const InvitePage = () => {
  const placeId = useRouter().params['place']
  const query = useQuery('duties.staff', placeId ? { placeId } : {})
  const staff = query.data
  if (staff && staff.mayGive.length > 0) return <Writing place={staff.place} roles={staff.mayGive} />
  return (
    <Page title="邀请任职">
      <Loaded query={query}>
        {() => (
          <Card>
            <Empty icon="user-round" title="这里没有你能任命的岗位" note="回上一页换一个地方看看" />
          </Card>
        )}
      </Loaded>
    </Page>
  )
}

const Writing = ({ place, roles }: { place: Staff['place']; roles: Role[] }) => {
  const [first] = useState(() => emptyInvite(roles, Date.now()))
  const kept = useKept<InviteDraft>(`duty.${place.id}`, first)
  const [problems, setProblems] = useState<Problems>({})
  const [sent, setSent] = useState<Output<'duties.invite'> | null>(null)
  const inviting = useAction('duties.invite')
  const send = async () => {
    const draft = kept.read()
    const wrong = problemsOf(draft, roles, Date.now())
    setProblems(wrong)
    const { role } = draft
    if (Object.keys(wrong).length > 0 || role === null) return
    const reply = await inviting.run(invitingOf({ ...draft, role }, place.id))
    if (!reply) return
    if (!reply.ok) return toast(dutySentence(reply))
    kept.restart()
    setSent(reply.data)
  }
  return (
    <Page
      title="邀请任职"
      footer={!sent && <Button icon="qr-code" text="生成邀请码" busy={inviting.busy} onTap={send} />}
    >
      {sent ? (
        <InvitedCard placeName={place.name} sent={sent} onAgain={() => setSent(null)} />
      ) : (
        <>
          <Card title={place.name}>选岗位，填他的姓名和手机号，生成一个只能用一次的邀请码。</Card>
          <InviteFields
            placeId={place.id}
            roles={roles}
            draft={kept.value}
            problems={problems}
            change={kept.change}
          />
        </>
      )}
    </Page>
  )
}

export default InvitePage
