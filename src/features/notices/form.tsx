import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { Output } from '@contract/index'
import { limits } from '@contract/limits'
import { back, replace } from '@/services/go'
import { sentenceOf } from '@/services/messages'
import { useSession, workCommunity } from '@/services/session'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { useKept } from '@/services/use-kept'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { DayBox } from '@/ui/day-box'
import { Field, Select, Switch, TextInput } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { noticeWords, type NoticeBrief } from '@/ui/notice-words'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { AudienceFields } from './staff/audience-fields'
import {
  draftFrom,
  emptyNotice,
  problemsOf,
  publishingOf,
  type NoticeDraft,
  type Problems,
} from './staff/notice-draft'
import './notices.css'

const { notice: max } = limits

const kinds = (Object.keys(noticeWords) as NoticeBrief['kind'][]).map((value) => ({
  value,
  text: noticeWords[value].text,
}))

/** A new notice. What is written is kept on the device until it is published. Query: `from`, one to be mended. */
const NoticeFormPage = () => {
  const { from } = useRouter().params
  const community = useSession(workCommunity)
  const query = useQuery('notices.show', from && community ? { noticeId: from } : null)
  if (community && from) {
    return query.data ? (
      <Writing name={from} communityId={community.id} from={query.data} />
    ) : (
      <Page title="发公示通知">
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    )
  }
  if (community) return <Writing name={community.id} communityId={community.id} />
  return (
    <Page title="发公示通知">
      <Card>
        <Empty
          icon="clipboard-list"
          title="这里给工作人员用"
          note="登录后，就能发公示和通知"
          act={{ text: '返回', onTap: back }}
        />
      </Card>
    </Page>
  )
}

interface WritingProps {
  /** What the draft is called on the device. */
  name: string
  communityId: string
  /** Whose words it begins with. */
  from?: Output<'notices.show'>
}

const Writing = ({ name, communityId, from }: WritingProps) => {
  const [first] = useState(() => (from ? draftFrom(from) : emptyNotice(Date.now())))
  const kept = useKept<NoticeDraft>(`notice.to.${name}`, first)
  const [problems, setProblems] = useState<Problems>({})
  const publishing = useAction('notices.publish')
  const send = async () => {
    const wrong = problemsOf(kept.read(), Date.now())
    setProblems(wrong)
    if (Object.keys(wrong).length > 0) return
    const reply = await publishing.run({ ...publishingOf(kept.read()), communityId })
    if (!reply) return
    if (!reply.ok) {
      const words = sentenceOf(reply)
      const field = reply.code === 'CONTENT_REFUSED' && reply.detail
      return field ? setProblems({ [field]: words }) : toast(words)
    }
    kept.restart()
    toast(reply.data.held ? '提交了，正在审核。通过后首页就能看到' : '发布了，首页就能看到')
    replace('noticesManage')
  }
  return (
    <Page
      title="发公示通知"
      footer={<Button icon="megaphone" text="发布" busy={publishing.busy} onTap={send} />}
    >
      <Fields communityId={communityId} draft={kept.value} problems={problems} change={kept.change} />
    </Page>
  )
}

interface FieldsProps {
  communityId: string
  draft: NoticeDraft
  problems: Problems
  change: (fields: Partial<NoticeDraft>) => void
}

const Fields = ({ communityId, draft, problems, change }: FieldsProps) => (
  <Card>
    <Field label="哪一种">
      <Select label="哪一种" value={draft.kind} options={kinds} onChange={(kind) => change({ kind })} />
    </Field>
    <TextInput
      label="标题"
      placeholder="如 周六上午停水检修，6–9 号楼"
      maxLength={max.titleLength}
      value={draft.title}
      error={problems.title}
      onChange={(title) => change({ title })}
    />
    <TextInput
      label="内容"
      placeholder="什么事、什么时候、影响谁、找谁问"
      multiline
      maxLength={max.textLength}
      value={draft.text}
      error={problems.text}
      onChange={(text) => change({ text })}
    />
    <Field label="贴到哪一天" hint="过了这天自动收起" error={problems.shownUntil}>
      <DayBox
        kind="day"
        label="贴到哪一天"
        value={draft.shownUntil}
        onChange={(shownUntil) => change({ shownUntil })}
      />
    </Field>
    <View className="row">
      <View className="grow">
        <View>置顶</View>
        <View className="t-note">排在最前面，一直看得到</View>
      </View>
      <Switch label="置顶" on={draft.pinned} onChange={(pinned) => change({ pinned })} />
    </View>
    <AudienceFields communityId={communityId} draft={draft} problems={problems} change={change} />
  </Card>
)

export default NoticeFormPage
