import { View } from '@tarojs/components'
import { sayDay } from '@/services/format'
import { useQuery } from '@/services/use-query'
import { Choices } from '@/ui/choices'
import { DayBox } from '@/ui/day-box'
import { Field, Select } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { lastMonths, type Draft, type Faults } from './draft'

/** Months that the form offers. */
const monthsShown = 12

interface Props {
  communityId: string
  draft: Draft
  faults: Faults
  change: (fields: Partial<Draft>) => void
}

/** Of which days, which month, which meeting or activity. */
export const Scope = (props: Props) => {
  switch (props.draft.kind) {
    case 'cases':
      return <CaseScope {...props} />
    case 'redemptions':
      return <MonthScope {...props} />
    case 'signUps':
      return <MeetingScope {...props} />
    case 'participations':
      return (
        <>
          <MonthScope {...props} />
          <ActivityScope {...props} />
        </>
      )
    default:
      return null
  }
}

const CaseScope = ({ draft, faults, change }: Props) => (
  <>
    <Field label="提交日期，从">
      <DayBox kind="day" label="从哪天" value={draft.from} onChange={(from) => change({ from })} />
    </Field>
    <Field label="到" error={faults.to}>
      <DayBox
        kind="day"
        label="到哪天"
        value={draft.to}
        wrong={Boolean(faults.to)}
        onChange={(to) => change({ to })}
      />
    </Field>
    <Field label="哪些">
      <Select
        label="哪些"
        value={draft.state}
        options={[
          { value: 'all', text: '全部' },
          { value: 'open', text: '没办完' },
          { value: 'done', text: '办完的' },
        ]}
        onChange={(state) => change({ state })}
      />
    </Field>
  </>
)

const MonthScope = ({ draft, change }: Props) => (
  <Field label="哪个月">
    <Choices
      label="哪个月"
      value={draft.month}
      options={lastMonths(Date.now(), monthsShown).map((value) => ({ value, text: value }))}
      onChange={(month) => change({ month, subjectId: null })}
    />
  </Field>
)

const MeetingScope = ({ communityId, draft, faults, change }: Props) => {
  const over = useQuery('meetings.staffMeetings', { communityId, past: true })
  const ahead = useQuery('meetings.staffMeetings', { communityId })
  return (
    <Field label="哪场会" error={faults.subjectId}>
      <Loaded query={over}>
        {({ meetings }) => (
          <OneOf
            all={[...(ahead.data?.meetings ?? []), ...meetings]}
            chosen={draft.subjectId}
            none="还没有开过会"
            onChange={(subjectId) => change({ subjectId })}
          />
        )}
      </Loaded>
    </Field>
  )
}

const ActivityScope = ({ communityId, draft, faults, change }: Props) => {
  const query = useQuery('party.staffActivities', { communityId, month: draft.month })
  return (
    <Field label="哪场活动" error={faults.subjectId}>
      <Loaded query={query}>
        {({ activities }) => (
          <OneOf
            all={activities}
            chosen={draft.subjectId}
            none="这个月没有活动"
            onChange={(subjectId) => change({ subjectId })}
          />
        )}
      </Loaded>
    </Field>
  )
}

interface OneOfProps {
  all: ReadonlyArray<{ id: string; title: string; startsAt: string }>
  chosen: string | null
  none: string
  onChange: (id: string) => void
}

const OneOf = ({ all, chosen, none, onChange }: OneOfProps) =>
  all.length === 0 ? (
    <View className="t-note">{none}</View>
  ) : (
    <Choices
      label="选一场"
      value={chosen ?? ''}
      options={all.map(({ id, title, startsAt }) => ({ value: id, text: `${sayDay(startsAt)} ${title}` }))}
      onChange={onChange}
    />
  )
