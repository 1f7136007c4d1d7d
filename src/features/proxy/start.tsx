import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { limits } from '@contract/limits'
import { beginActing, useActing } from '@/services/acting'
import { openTab } from '@/services/go'
import { sentenceOf } from '@/services/messages'
import { useSession, workCommunity } from '@/services/session'
import { plainText } from '@/services/text'
import { useAction } from '@/services/use-action'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field, Select, TextInput } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import { RefusalCard } from '@/ui/refusal-card'
import { DoorSearch } from './parts/door-search'
import { Family } from './parts/family'
import { PurposeCard } from './parts/purpose-card'
import { Running } from './parts/running'
import { agreedOptions, whyOptions, type ProxyRecord } from './words'
import './proxy.css'

interface Draft {
  memberId: string | null
  why: ProxyRecord['why'] | null
  note: string
  agreed: ProxyRecord['agreed'] | null
}

const empty: Draft = { memberId: null, why: null, note: '', agreed: null }

/** 代办: for whom, why, and how they agreed. Query: `as=staff` by a duty; else for the own family. */
const StartPage = () => {
  const as = useRouter().params.as === 'staff' ? 'staff' : 'family'
  const isMember = useSession((session) => session.me !== null)
  const isActing = useActing(({ session }) => session !== null)
  const running = useQuery('proxy.current', isMember && !isActing ? {} : null)
  const [draft, setDraft] = useState(empty)
  const { refusal, start, busy } = useStart(as, draft)
  const change = (fields: Partial<Draft>) => setDraft({ ...draft, ...fields })
  const isFree = !isActing && running.data?.session === null
  return (
    <Page
      title="代办"
      refresh={running.reload}
      footer={isFree && draft.memberId && <Button text="开始代办" busy={busy} onTap={start} />}
    >
      <OnlyMembers title="登录后替家人办事" note="办了什么，家人都看得到">
        {isActing && <PurposeCard running />}
        {!isActing && (
          <Loaded query={running}>
            {({ session }) =>
              session ? (
                <Running session={session} onEnded={running.reload} />
              ) : (
                <>
                  <PurposeCard />
                  {refusal && <RefusalCard todo={refusal} />}
                  <Whom as={as} memberId={draft.memberId} onChange={(memberId) => change({ memberId })} />
                  {draft.memberId && <Why draft={draft} change={change} />}
                </>
              )
            }
          </Loaded>
        )}
      </OnlyMembers>
    </Page>
  )
}

interface WhomProps {
  as: 'staff' | 'family'
  memberId: string | null
  onChange: (memberId: string | null) => void
}

const Whom = ({ as, ...rest }: WhomProps) => {
  const community = useSession(workCommunity)
  if (as === 'family') return <Family {...rest} />
  return community && <DoorSearch key={community.id} communityId={community.id} {...rest} />
}

const Why = ({ draft, change }: { draft: Draft; change: (fields: Partial<Draft>) => void }) => (
  <Card title="怎么说好的">
    <Field label="为什么代办">
      <Select label="为什么代办" value={draft.why} options={whyOptions} onChange={(why) => change({ why })} />
    </Field>
    <Field label="本人怎么同意的">
      <Select
        label="本人怎么同意的"
        value={draft.agreed}
        options={agreedOptions}
        onChange={(agreed) => change({ agreed })}
      />
    </Field>
    <TextInput
      label="补充一句（可不填）"
      placeholder="本人会看到"
      maxLength={limits.proxy.noteLength}
      value={draft.note}
      onChange={(note) => change({ note })}
    />
    <View className="t-note">点开始后，本人马上收到消息。</View>
  </Card>
)

const useStart = (as: 'staff' | 'family', { memberId, why, note, agreed }: Draft) => {
  const { busy, run } = useAction('proxy.start')
  const [refusal, setRefusal] = useState<string | null>(null)
  const start = async () => {
    if (!memberId) return
    if (!why || !agreed) return setRefusal('请选为什么代办，和本人怎么同意的')
    setRefusal(null)
    const reply = await run({ memberId, as, why, note: plainText(note), agreed })
    if (!reply) return
    if (!reply.ok) return setRefusal(sentenceOf(reply))
    beginActing(reply.data)
    openTab('home')
  }
  return { refusal, start, busy }
}

export default StartPage
