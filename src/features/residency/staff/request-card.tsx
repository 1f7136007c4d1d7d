import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { Reveal } from '@/ui/reveal'
import { sayDoor } from '../words'
import { matchOf, rosterWords, type Request, type RequestAct } from './request-words'

interface Props {
  request: Request
  onAct: (act: RequestAct) => void
}

/** Somebody who says where they live, beside what the roster says of that door. */
export const RequestCard = ({ request, onAct }: Props) => {
  const { id, name, phone, declaredAt, roster, bound } = request
  return (
    <Card>
      <View className="request-head">
        <View className="t-head">{name}</View>
        <View className="t-note">{phone}</View>
      </View>

      <View className="t-break">{sayDoor(request)}</View>
      <View className="t-note">
        {sayMoment(declaredAt)} 交的 · {bound === 0 ? '这一户还没人登记' : `这一户已登记 ${bound} 人`}
      </View>
      <Match request={request} />
      {roster.length > 0 && <View className="t-note mt-2 t-break">花名册：{rosterWords(roster)}</View>}
      <View className="mt-2">
        <Reveal target={{ kind: 'residency', targetId: id }} who={name} />
      </View>
      <View className="row mt-3">
        <Button look="plain" text="不通过" label={`不通过 ${name}`} onTap={() => onAct('refuse')} />
        <Button look="soft" text="通过" label={`通过 ${name}`} onTap={() => onAct('verify')} />
      </View>
    </Card>
  )
}

const Match = ({ request }: { request: Request }) => {
  const { icon, tone, words } = matchOf(request)
  return (
    <View className={`roster-match roster-match-${tone}`}>
      <Icon name={icon} size="s" />
      <View className="grow t-break">{words}</View>
    </View>
  )
}
