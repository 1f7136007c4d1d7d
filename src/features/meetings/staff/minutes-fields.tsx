import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { DayBox } from '@/ui/day-box'
import { Desk, DeskColumn } from '@/ui/desk'
import { Field, TextInput } from '@/ui/form'
import { RefusalCard } from '@/ui/refusal-card'
import { ActionRows } from '../parts/actions-card'
import { LinesEditor } from './lines-editor'
import type { MinutesDraft } from './minutes-draft'
import type { MinutesWork } from './use-minutes'

const { meeting: max } = limits

type Action = MinutesDraft['actions'][number]

/** What was said, what was decided, and what is to be done. */
export const MinutesFields = ({ work }: { work: MinutesWork }) => (
  <>
    {work.trouble && <RefusalCard todo={work.trouble} />}
    <Desk>
      <DeskColumn>
        <Card>
          <View className="minutes-text">
            <TextInput
              label="大家说了什么"
              placeholder="写事，不写居民的名字"
              multiline
              maxLength={max.minutesLength}
              value={work.draft.text}
              onChange={(text) => work.change({ text })}
            />
          </View>
        </Card>
        <Card title="定了哪些事">
          <LinesEditor
            what="决定"
            lines={work.draft.decisions}
            most={max.decisions}
            maxLength={max.decisionLength}
            onChange={(decisions) => work.change({ decisions })}
          />
        </Card>
      </DeskColumn>
      <DeskColumn>
        <ActionsEditor work={work} />
      </DeskColumn>
    </Desk>
  </>
)

const ActionsEditor = ({ work: { draft, minutes, fixed, change } }: { work: MinutesWork }) => {
  if (minutes && fixed) {
    return (
      <Card title="要办的事">
        <View className="t-note">都已立案，不能再改；办到哪一步会自动更新。</View>
        <ActionRows actions={minutes.actions} />
      </Card>
    )
  }
  const put = (actions: Action[]) => change({ actions })
  return (
    <Card title="要办的事">
      <View className="t-note">发布后，每一件都立成一件诉求去办，下次会上能看到办得怎样。</View>
      {draft.actions.map((action, index) => (
        <ActionFields
          key={index}
          number={index + 1}
          action={action}
          onChange={(fields) =>
            put(draft.actions.map((old, at) => (at === index ? { ...old, ...fields } : old)))
          }
          onRemove={() => put(draft.actions.filter((_, at) => at !== index))}
        />
      ))}
      {draft.actions.length < max.actions && (
        <View className="row mt-3">
          <Button
            small
            look="soft"
            icon="plus"
            text="加一件要办的事"
            onTap={() => put([...draft.actions, { text: '', owner: '', dueOn: '' }])}
          />
        </View>
      )}
    </Card>
  )
}

interface ActionProps {
  number: number
  action: Action
  onChange: (fields: Partial<Action>) => void
  onRemove: () => void
}

const ActionFields = ({ number, action, onChange, onRemove }: ActionProps) => (
  <View className="action-fields">
    <TextInput
      label={`第 ${number} 件，办什么`}
      placeholder="如 架空层装 10 个充电插座"
      multiline
      maxLength={max.actionLength}
      value={action.text}
      onChange={(text) => onChange({ text })}
    />
    <TextInput
      label={`第 ${number} 件，谁去办`}
      placeholder="如 惠邻物业"
      maxLength={max.ownerLength}
      value={action.owner}
      onChange={(owner) => onChange({ owner })}
    />
    <Field label="哪天前办好" hint="可以不定">
      <View className="line-row">
        <View className="grow">
          <DayBox
            kind="day"
            label={`第 ${number} 件，哪天前办好`}
            value={action.dueOn}
            onChange={(dueOn) => onChange({ dueOn })}
          />
        </View>
        <Button
          small
          look="plain"
          icon="trash-2"
          text="去掉"
          label={`去掉第 ${number} 件`}
          onTap={onRemove}
        />
      </View>
    </Field>
  </View>
)
