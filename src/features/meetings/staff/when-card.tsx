import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { Card } from '@/ui/card'
import { DayBox } from '@/ui/day-box'
import { Field, Stepper } from '@/ui/form'
import type { MeetingForm } from './use-meeting-form'

/** When it is, when one can sign up, and how often. */
export const WhenCard = ({ form: { draft, meeting, problems, change } }: { form: MeetingForm }) => (
  <Card title="什么时候">
    <Field label="开会" error={problems.day}>
      <View className="when-row">
        <DayBox kind="day" label="开会日期" value={draft.day} onChange={(day) => change({ day })} />
        <DayBox kind="time" label="开始时间" value={draft.from} onChange={(from) => change({ from })} />
        <DayBox kind="time" label="散会时间" value={draft.to} onChange={(to) => change({ to })} />
      </View>
    </Field>
    <Field label="报名开始" error={problems.signUpFromDay}>
      <View className="when-row">
        <DayBox
          kind="day"
          label="报名开始日期"
          value={draft.signUpFromDay}
          onChange={(signUpFromDay) => change({ signUpFromDay })}
        />
        <DayBox
          kind="time"
          label="报名开始时间"
          value={draft.signUpFromTime}
          onChange={(signUpFromTime) => change({ signUpFromTime })}
        />
      </View>
    </Field>
    <Field label="报名截止" error={problems.signUpUntilDay}>
      <View className="when-row">
        <DayBox
          kind="day"
          label="报名截止日期"
          value={draft.signUpUntilDay}
          onChange={(signUpUntilDay) => change({ signUpUntilDay })}
        />
        <DayBox
          kind="time"
          label="报名截止时间"
          value={draft.signUpUntilTime}
          onChange={(signUpUntilTime) => change({ signUpUntilTime })}
        />
      </View>
    </Field>
    {!meeting && (
      <Field
        label="每月一场，一共几场"
        hint={draft.months === 1 ? '只这一场' : `每月这一天，${draft.months} 场`}
      >
        <Stepper
          label="场数"
          value={draft.months}
          min={1}
          max={limits.meeting.seriesMonths}
          onChange={(months) => change({ months })}
        />
      </Field>
    )}
  </Card>
)
