import { View } from '@tarojs/components'
import { sayDay } from '@/services/format'
import { Card } from '@/ui/card'
import { stateOf } from '@/ui/case-words'
import { Chip } from '@/ui/chip'
import type { ActionItem } from '../words'

/** What was agreed to be done, and how it stands today. */
export const ActionsCard = ({ title, actions }: { title: string; actions: readonly ActionItem[] }) => (
  <Card title={title}>
    <ActionRows actions={actions} />
  </Card>
)

/** One row each: a word for its state, what, who and until when. */
export const ActionRows = ({ actions }: { actions: readonly ActionItem[] }) => (
  <>
    {actions.map((action, index) => (
      <View key={index} className="action-row">
        <View className="t-break">{action.text}</View>
        <View className="row-wrap mt-1">
          {action.state !== null && <StateChip state={action.state} outcome={action.outcome} />}
          <View className="t-note">{whoAndWhen(action)}</View>
        </View>
      </View>
    ))}
  </>
)

const StateChip = (stand: { state: NonNullable<ActionItem['state']>; outcome: ActionItem['outcome'] }) => (
  <Chip {...stateOf(stand)} />
)

const whoAndWhen = ({ owner, dueOn, state }: ActionItem): string => {
  const done = state === 'answered' || state === 'closed'
  return dueOn && !done ? `${owner}，${sayDay(dueOn)}前` : owner
}
