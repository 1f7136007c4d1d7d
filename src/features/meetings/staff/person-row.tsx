import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { Chip } from '@/ui/chip'
import { Icon } from '@/ui/icon'
import { Tappable } from '@/ui/tappable'
import { handActs, handWords, type HandAct } from './hand-acts'
import type { Attendee } from './host-types'
import type { StaffMeeting } from './meeting-draft'

interface Props {
  person: Attendee
  meeting: StaffMeeting
  onTap: () => void
}

/** Somebody on the list; a tap offers what can be done. */
export const PersonRow = ({ person, meeting, onTap }: Props) => {
  const { name, place, isGuest, state, since } = person
  const [first] = handActs(person, meeting)
  const where = isGuest ? '来宾' : place
  const inside = (
    <>
      <View className="grow t-break">
        <View>{name}</View>
        <View className="t-note">
          {where}
          {state === 'attended' && ` · ${sayMoment(since)} 签到`}
        </View>
      </View>
      {state === 'offered' && <Chip text="等他接受" tone="warn" />}
      {first && <Tail act={first} />}
    </>
  )
  if (!first) return <View className="person-row">{inside}</View>
  return (
    <Tappable className="person-row" label={`${handWords[first].text} ${name} ${where}`} onTap={onTap}>
      {inside}
    </Tappable>
  )
}

/** What a tap leads to, in words where people come for it; giving a seat away is not the first thought. */
const Tail = ({ act }: { act: HandAct }) =>
  act === 'free' ? (
    <View className="cell-chevron">
      <Icon name="chevron-right" size="s" />
    </View>
  ) : (
    <View className={`person-act person-act-${act}`}>{handWords[act].text}</View>
  )
