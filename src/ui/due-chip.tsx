import { View } from '@tarojs/components'
import { sayDay } from '@/services/format'
import { spaced, type CaseBrief } from './case-words'
import { Chip, type ChipTone } from './chip'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import './due-chip.css'

export interface Due {
  text: string
  tone: ChipTone
  icon: IconName
}

/** How pressing it is, in a word, with a mark of its own shape; null once it was answered. */
export const dueOf = ({
  dueOn,
  overdue,
  state,
}: Pick<CaseBrief, 'dueOn' | 'overdue' | 'state'>): Due | null => {
  if (dueOn === null) return null
  const what = state === 'submitted' ? '受理' : '答复'
  if (overdue) return { text: `已超期，应在${spaced(dueOn)}${what}`, tone: 'bad', icon: 'circle-alert' }
  if (sayDay(dueOn) === '今天') return { text: `今天要${what}`, tone: 'warn', icon: 'calendar-clock' }
  return { text: `最晚${spaced(dueOn)}${what}`, tone: 'plain', icon: 'calendar-clock' }
}

export const DueChip = ({ row }: { row: Pick<CaseBrief, 'dueOn' | 'overdue' | 'state'> }) => {
  const due = dueOf(row)
  if (!due) return null
  return (
    <View className={`due due-${due.tone}`}>
      <Icon name={due.icon} size="s" />
      <Chip text={due.text} tone={due.tone} />
    </View>
  )
}
