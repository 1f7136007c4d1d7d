import { useState } from 'react'
import { View } from '@tarojs/components'
import { openTab } from '@/services/go'
import { sentenceOf } from '@/services/messages'
import { loadMe, signOut, useSession } from '@/services/session'
import { canSignIn } from '@/services/sign-in'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { TextInput } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import { RefusalCard } from '@/ui/refusal-card'
import { Confirm } from '@/ui/sheet'
import { WhatGoes, WhatStays } from './parts/what-goes'
import './privacy.css'

/** What is typed by somebody who means it. */
const word = '注销'

/** 注销账号: what goes, what stays and why; then a word to type, since nothing of it comes back. */
const ErasePage = () => {
  const me = useSession((session) => session.me)
  const query = useQuery('privacy.beforeErase', me ? {} : null)
  const [isSure, setSure] = useState(false)
  const duties = query.data?.duties ?? 0
  return (
    <Page
      title="注销账号"
      refresh={query.reload}
      footer={
        query.data && duties === 0 && <Button look="danger" text="注销账号" onTap={() => setSure(true)} />
      }
    >
      <OnlyMembers title="登录后注销账号" note="先看会删掉什么、留下什么，再决定">
        <Loaded query={query}>
          {(facts) => (
            <>
              {facts.duties > 0 && (
                <RefusalCard todo={`你还有 ${facts.duties} 个任职。先请社区解除，再来注销`} />
              )}
              <WhatGoes facts={facts} />
              <WhatStays />
            </>
          )}
        </Loaded>
      </OnlyMembers>
      {isSure && <SureSheet onClose={() => setSure(false)} />}
    </Page>
  )
}

const SureSheet = ({ onClose }: { onClose: () => void }) => {
  const [typed, setTyped] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const { run } = useAction('privacy.erase')
  const go = async () => {
    if (typed.trim() !== word) return setRefusal(`请打“${word}”两个字`)
    const reply = await run({})
    if (!reply) return
    if (!reply.ok) return setRefusal(sentenceOf(reply))
    toast('账号注销了')
    if (canSignIn) signOut()
    else await loadMe()
    openTab('home')
  }
  return (
    <Confirm open title="真的注销？" yes="注销" danger onYes={go} onClose={onClose}>
      <View>注销以后找不回来。再打开近邻，就是一个新的人。</View>
      <View className="mt-3">
        <TextInput
          label={`打“${word}”两个字`}
          hint=""
          placeholder={word}
          maxLength={4}
          value={typed}
          error={refusal}
          onChange={setTyped}
        />
      </View>
    </Confirm>
  )
}

export default ErasePage
