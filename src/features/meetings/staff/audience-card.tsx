import { View } from '@tarojs/components'
import { useQuery } from '@/services/use-query'
import { sayBuilding } from '@/ui/case-words'
import { Card } from '@/ui/card'
import { Field, Select } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { Tappable } from '@/ui/tappable'
import type { MeetingForm } from './use-meeting-form'

const kinds = [
  { value: 'community', text: '全社区' },
  { value: 'compound', text: '选几栋楼' },
] as const

/** Who may come: everybody, or some buildings of a compound. */
export const AudienceCard = ({ form }: { form: MeetingForm }) => {
  const { draft, communityId, change } = form
  const chosen = draft.audience === 'compound'
  const query = useQuery('affairs.form', chosen ? { communityId } : null)
  return (
    <Card title="谁可以来">
      <Select
        label="谁可以来"
        value={draft.audience}
        options={kinds}
        onChange={(audience) => change({ audience })}
      />
      {chosen && (
        <Loaded query={query}>
          {({ compounds }) => (
            <Buildings form={form} compounds={compounds.filter(({ buildings }) => buildings.length > 0)} />
          )}
        </Loaded>
      )}
    </Card>
  )
}

interface Props {
  form: MeetingForm
  compounds: readonly { name: string; buildings: readonly string[] }[]
}

const Buildings = ({ form: { draft, problems, change }, compounds }: Props) => {
  const all = compounds.find(({ name }) => name === draft.compound)?.buildings ?? []
  const turn = (building: string) => {
    const without = draft.buildings.filter((one) => one !== building)
    change({ buildings: without.length < draft.buildings.length ? without : [...without, building] })
  }
  return (
    <View className="mt-3">
      <Field label="小区">
        <Select
          label="小区"
          value={draft.compound}
          options={compounds.map(({ name }) => ({ value: name, text: name }))}
          onChange={(compound) => change({ compound, buildings: [] })}
        />
      </Field>
      {all.length > 0 && (
        <Field label="楼栋" hint={`选了 ${draft.buildings.length} 栋`} error={problems.buildings}>
          <View className="row-wrap">
            {all.map((building) => (
              <Tappable
                key={building}
                className={`building ${draft.buildings.includes(building) ? 'is-on' : ''}`}
                role="switch"
                label={sayBuilding(building)}
                on={draft.buildings.includes(building)}
                onTap={() => turn(building)}
              >
                {sayBuilding(building)}
              </Tappable>
            ))}
          </View>
        </Field>
      )}
    </View>
  )
}
