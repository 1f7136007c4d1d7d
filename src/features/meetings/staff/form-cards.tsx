import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { Card } from '@/ui/card'
import { Desk, DeskColumn } from '@/ui/desk'
import { Field, NumberInput, Select, Stepper, TextInput } from '@/ui/form'
import { RefusalCard } from '@/ui/refusal-card'
import { templateWords } from '../words'
import { AudienceCard } from './audience-card'
import { LinesEditor } from './lines-editor'
import type { Template } from './meeting-draft'
import type { MeetingForm } from './use-meeting-form'
import { WhenCard } from './when-card'

const { meeting: max } = limits

const templates = (Object.keys(templateWords) as Template[]).map((value) => ({
  value,
  text: templateWords[value],
}))

/** The form of a meeting. What cannot change after it is published is not offered then. */
export const FormCards = ({ form }: { form: MeetingForm }) => (
  <>
    {form.trouble && <RefusalCard todo={form.trouble} />}
    <Desk>
      <DeskColumn>
        <WhatCard form={form} />
        <WhenCard form={form} />
      </DeskColumn>
      <DeskColumn>
        <SeatsCard form={form} />
        {!form.meeting && <AudienceCard form={form} />}
        {!form.meeting && <AgendaCard form={form} />}
      </DeskColumn>
    </Desk>
  </>
)

const WhatCard = ({ form: { draft, meeting, problems, change, choose } }: { form: MeetingForm }) => (
  <Card title="开什么会">
    {!meeting && (
      <Field label="模板" hint="选了就填好常用的">
        <Select label="模板" value={draft.template} options={templates} onChange={choose} />
      </Field>
    )}
    <TextInput
      label="名称"
      placeholder="如 电动车停放怎么管"
      maxLength={max.titleLength}
      value={draft.title}
      error={problems.title}
      onChange={(title) => change({ title })}
    />
    <TextInput
      label="地点"
      placeholder="如 社区会客厅（党群服务中心 2 楼）"
      maxLength={max.venueLength}
      value={draft.venue}
      error={problems.venue}
      onChange={(venue) => change({ venue })}
    />
    <TextInput
      label="说明"
      placeholder="谁来主持、要带什么，可以不写"
      multiline
      maxLength={max.noteLength}
      value={draft.note}
      onChange={(note) => change({ note })}
    />
  </Card>
)

const SeatsCard = ({ form: { draft, meeting, problems, change } }: { form: MeetingForm }) => (
  <Card title="名额">
    <NumberInput
      label="座位"
      hint={meeting ? `已报 ${meeting.seatsTaken} 人，不能更少` : '个'}
      value={draft.capacity}
      error={problems.capacity}
      onChange={(capacity) => change({ capacity })}
    />
    <NumberInput
      label="候补"
      hint="人，最多是座位的两倍"
      value={draft.waitlistLimit}
      error={problems.waitlistLimit}
      onChange={(waitlistLimit) => change({ waitlistLimit })}
    />
    {!meeting && (
      <Field label="每户最多" hint={draft.householdLimit === 0 ? '不限' : `${draft.householdLimit} 人`}>
        <Stepper
          label="每户最多"
          value={draft.householdLimit}
          min={0}
          max={max.perHousehold}
          onChange={(householdLimit) => change({ householdLimit })}
        />
      </Field>
    )}
  </Card>
)

const AgendaCard = ({ form: { draft, change } }: { form: MeetingForm }) => (
  <Card title="先列几个议题">
    <View className="t-note">可以不列。发布后居民也能提，支持的人多的你再列入。</View>
    <LinesEditor
      what="议题"
      lines={draft.agenda}
      most={max.agenda}
      maxLength={max.topicLength}
      onChange={(agenda) => change({ agenda })}
    />
  </Card>
)
