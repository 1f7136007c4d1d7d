import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { Card } from '@/ui/card'
import { DayBox } from '@/ui/day-box'
import { Desk, DeskColumn } from '@/ui/desk'
import { Field, NumberInput, Select, TextInput } from '@/ui/form'
import { RefusalCard } from '@/ui/refusal-card'
import { sayMinutes } from '../words'
import { AudienceCard } from './audience-card'
import type { ActivityForm } from './use-activity-form'

const { party: max } = limits

const places = [
  { value: 'open', text: '不限' },
  { value: 'limited', text: '限名额' },
] as const

/** The form of an activity. */
export const FormCards = ({ form }: { form: ActivityForm }) => (
  <>
    {form.trouble && <RefusalCard todo={form.trouble} />}
    <Desk>
      <DeskColumn>
        <WhatCard form={form} />
        <WhenCard form={form} />
      </DeskColumn>
      <DeskColumn>
        <PlacesCard form={form} />
        <AudienceCard form={form} />
      </DeskColumn>
    </Desk>
  </>
)

const WhatCard = ({ form: { draft, problems, change } }: { form: ActivityForm }) => (
  <Card title="做什么">
    <TextInput
      label="名称"
      placeholder="如 清理 3 号楼楼道"
      maxLength={max.titleLength}
      value={draft.title}
      error={problems.title}
      onChange={(title) => change({ title })}
    />
    <TextInput
      label="在哪里集合"
      placeholder="如 3 号楼 1 单元门口"
      maxLength={max.venueLength}
      value={draft.venue}
      error={problems.venue}
      onChange={(venue) => change({ venue })}
    />
    <TextInput
      label="说明"
      placeholder="做哪些活、要带什么、找谁，可以不写"
      multiline
      maxLength={max.noteLength}
      value={draft.note}
      onChange={(note) => change({ note })}
    />
  </Card>
)

const WhenCard = ({ form: { draft, problems, change } }: { form: ActivityForm }) => (
  <Card title="什么时候">
    <Field label="日期和时间" error={problems.day}>
      <View className="when-row">
        <DayBox kind="day" label="日期" value={draft.day} onChange={(day) => change({ day })} />
        <DayBox kind="time" label="开始时间" value={draft.from} onChange={(from) => change({ from })} />
        <DayBox kind="time" label="结束时间" value={draft.to} onChange={(to) => change({ to })} />
      </View>
    </Field>
    <View className="t-note mt-3">
      开始前 {sayMinutes(max.checkInFromMinutes)}起可以签到，结束后 {sayMinutes(max.checkOutGraceMinutes)}
      内可以签退。
    </View>
  </Card>
)

/** Whether there is a limit is settled when it is published. */
const PlacesCard = ({ form: { draft, activity, problems, change } }: { form: ActivityForm }) => (
  <Card title="名额">
    {activity ? (
      <View className="t-note">{activity.capacity === null ? '不限名额' : '发布以后只改数目'}</View>
    ) : (
      <Select
        label="名额"
        value={draft.places}
        options={places}
        onChange={(chosen) => change({ places: chosen })}
      />
    )}
    {draft.places === 'limited' && (
      <View className="mt-3">
        <NumberInput
          label="最多几个人"
          value={draft.capacity}
          error={problems.capacity}
          onChange={(capacity) => change({ capacity })}
        />
      </View>
    )}
  </Card>
)
