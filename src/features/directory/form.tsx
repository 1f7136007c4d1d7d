import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { limits } from '@contract/limits'
import { back } from '@/services/go'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { changedWords, useKeptEdit } from '@/services/use-kept-edit'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field, Select, Switch, TextInput } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import {
  draftOf,
  emptyEntry,
  isOfPerson,
  problemsOf,
  sendingOf,
  type EntryDraft,
  type Problems,
} from './draft'
import { usePlaces, type KeptPlace } from './use-places'
import { kinds, kindWords, type StaffEntry } from './words'
import './directory.css'

const { directory: max } = limits
const kindOptions = kinds.map((value) => ({ value, text: kindWords[value] }))

/** A number to add, or one to change. Query: `place`, and `id` of one that is there. */
const EntryFormPage = () => {
  const { place: asked, id } = useRouter().params
  const { place } = usePlaces(asked)
  const query = useQuery('directory.staffEntries', place && id ? { placeId: place.id } : null)
  if (place && !id) return <Writing place={place} reload={query.reload} />
  const entry = query.data?.entries.find((one) => one.id === id)
  if (place && entry) return <Writing place={place} entry={entry} reload={query.reload} />
  return (
    <Page title="便民电话">
      {place ? (
        <Loaded query={query}>{() => <Nothing title="没有找到" note="可能已经撤下了" />}</Loaded>
      ) : (
        <Nothing title="这里给工作人员用" note="登录后，就能添加和修改电话" />
      )}
    </Page>
  )
}

const Nothing = ({ title, note }: { title: string; note: string }) => (
  <Card>
    <Empty icon="phone" title={title} note={note} act={{ text: '返回', onTap: back }} />
  </Card>
)

interface Props {
  place: KeptPlace
  /** Absent: a new one. */
  entry?: StaffEntry
  reload: () => Promise<void>
}

const Writing = ({ place, entry, reload }: Props) => {
  const present = entry ? draftOf(entry) : emptyEntry
  const kept = useKeptEdit(`directory.${entry?.id ?? place.id}`, entry?.version ?? 0, present)
  const [problems, setProblems] = useState<Problems>({})
  const [adding, editing] = [useAction('directory.add'), useAction('directory.edit')]
  const send = async () => {
    const wrong = problemsOf(kept.read())
    setProblems(wrong)
    if (Object.keys(wrong).length > 0) return
    const said = { ...sendingOf(kept.read()), placeId: place.id }
    const reply = entry
      ? await editing.run({ ...said, entryId: entry.id, version: kept.seen() })
      : await adding.run(said)
    if (!reply) return
    if (!reply.ok) {
      if (reply.code !== 'CHANGED_MEANWHILE') return toast(sentenceOf(reply))
      await kept.goOnTop(reload)
      return toast(changedWords)
    }
    kept.restart()
    toast('存好了，居民看得到')
    back()
  }
  return (
    <Page
      title={entry ? '修改电话' : '加一个电话'}
      footer={<Button text={entry ? '保存修改' : '添加'} busy={adding.busy || editing.busy} onTap={send} />}
    >
      <Fields draft={kept.value} problems={problems} change={kept.change} />
    </Page>
  )
}

interface FieldsProps {
  draft: EntryDraft
  problems: Problems
  change: (fields: Partial<EntryDraft>) => void
}

const Fields = ({ draft, problems, change }: FieldsProps) => (
  <Card>
    <Field label="哪一种">
      <Select label="哪一种" value={draft.kind} options={kindOptions} onChange={(kind) => change({ kind })} />
    </Field>
    <TextInput
      label="名称"
      placeholder={draft.kind === 'liaison' ? '如 专职联络人和姓名' : '如 社区卫生站'}
      maxLength={max.nameLength}
      value={draft.name}
      error={problems.name}
      onChange={(name) => change({ name })}
    />
    <TextInput
      label="电话"
      placeholder="如 0631-1234567"
      maxLength={max.phoneLength}
      value={draft.phone}
      error={problems.phone}
      onChange={(phone) => change({ phone })}
    />
    {isOfPerson(draft) && <Agreement draft={draft} problems={problems} change={change} />}
    <TextInput
      label="能办什么（选填）"
      placeholder="如 量血压、开药、打疫苗"
      maxLength={max.aboutLength}
      value={draft.about}
      onChange={(about) => change({ about })}
    />
    <TextInput
      label="开门时间（选填）"
      placeholder="如 周一至周五 8:30–17:00"
      maxLength={max.hoursLength}
      value={draft.hours}
      onChange={(hours) => change({ hours })}
    />
    <TextInput
      label="地址（选填）"
      placeholder="如 平安路 8 号 1 楼"
      maxLength={max.addressLength}
      value={draft.address}
      onChange={(address) => change({ address })}
    />
  </Card>
)

/** An office's number is public; a person's is shown if that person agreed. */
const Agreement = ({ draft, problems, change }: FieldsProps) => (
  <View className="field">
    <View className="row">
      <View className="grow">
        <View>本人同意公开这个号码</View>
        <View className="t-note">这是个人的号码，人人都看得到。谁确认的、哪天确认的，会有记录</View>
      </View>
      <Switch label="本人同意公开这个号码" on={draft.agreed} onChange={(agreed) => change({ agreed })} />
    </View>
    {problems.agreed && <View className="field-error">{problems.agreed}</View>}
  </View>
)

export default EntryFormPage
