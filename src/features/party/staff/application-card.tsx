import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { matchOf, type Application, type ApplicationAct } from './application-words'

interface Props {
  application: Application
  onAct: (act: ApplicationAct) => void
}

/** Somebody who applied or is registered: what was told, what the roster says, and what can be done. */
export const ApplicationCard = ({ application, onAct }: Props) => {
  const { name, place, phone, branch, appliedAt, state } = application
  const waiting = state === 'applied'
  return (
    <Card>
      <View className="application-head">
        <View className="t-head">{name}</View>
        <View className="t-note">{place}</View>
      </View>
      <View className="t-break">{branch}</View>
      <View className="t-note">{[phone, `${sayMoment(appliedAt)} 交的`].filter(Boolean).join(' · ')}</View>
      {waiting && <Match application={application} />}
      <View className="row mt-3">
        {waiting ? (
          <>
            <Button look="plain" text="不通过" label={`不通过 ${name}`} onTap={() => onAct('refuse')} />
            <Button look="soft" text="通过" label={`通过 ${name}`} onTap={() => onAct('verify')} />
          </>
        ) : (
          <Button small look="plain" text="结束报到" label={`结束报到 ${name}`} onTap={() => onAct('end')} />
        )}
      </View>
    </Card>
  )
}

const Match = ({ application }: { application: Application }) => {
  const { icon, tone, words } = matchOf(application)
  return (
    <View className={`match match-${tone}`}>
      <Icon name={icon} size="s" />
      <View className="grow t-break">{words}</View>
    </View>
  )
}
