import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { Output } from '@contract/index'
import { limits } from '@contract/limits'
import { back } from '@/services/go'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { DayBox } from '@/ui/day-box'
import { Field, Select, Switch, TextInput } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { noticeWords, type NoticeBrief } from '@/ui/notice-words'
import { Page } from '@/ui/page'
import { PhotoRow } from '@/ui/photos/photo-row'
import { Empty } from '@/ui/state'
import { AudienceFields } from './staff/audience-fields'
import { useOffices, type Office } from './staff/offices'
import { useNoticeForm, type NoticeForm } from './staff/use-notice-form'
import './notices.css'

const { notice: max } = limits

const kinds = (Object.keys(noticeWords) as NoticeBrief['kind'][]).map((value) => ({
  value,
  text: noticeWords[value].text,
}))

/** A new notice. Query: `street`, for all communities of one; `from`, one to be mended. */
const NoticeFormPage = () => {
  const { from, street } = useRouter().params
  const offices = useOffices()
  const office = offices.find(({ kind, id }) => (street ? id === street : kind === 'community')) ?? null
  const query = useQuery('notices.staffShown', from && office ? { noticeId: from } : null)
  if (office && !from) return <Writing key={office.id} office={office} from={null} />
  if (office && query.data) return <Writing key={from} office={office} from={query.data} />
  return (
    <Page title="发公示通知">
      {office ? (
        <Loaded query={query}>{() => null}</Loaded>
      ) : (
        <Card>
          <Empty
            icon="clipboard-list"
            title="这里给工作人员用"
            note="登录后，就能发公示和通知"
            act={{ text: '返回', onTap: back }}
          />
        </Card>
      )}
    </Page>
  )
}

const Writing = ({ office, from }: { office: Office; from: Output<'notices.staffShown'> | null }) => {
  const form = useNoticeForm(office, from)
  return (
    <Page
      title="发公示通知"
      footer={<Button icon="megaphone" text="发布" busy={form.busy} onTap={form.send} />}
    >
      {office.kind === 'street' && (
        <Card tone="info">
          <View className="t-break">发给{office.name}所有社区的居民，各社区首页和公示里都能看到。</View>
        </Card>
      )}
      <Fields form={form} />
    </Page>
  )
}

const Fields = ({ form: { office, draft, photos, problems, busy, change } }: { form: NoticeForm }) => (
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
    <Field label="照片" hint="可以不放">
      <PhotoRow
        photos={photos}
        disabled={busy}
        note={`最多 ${max.photos} 张。审核通过后大家才看得到，文字不用等`}
      />
    </Field>
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
    <AudienceFields office={office} draft={draft} problems={problems} change={change} />
  </Card>
)

export default NoticeFormPage
