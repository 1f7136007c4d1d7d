import { View } from '@tarojs/components'
import { useQuery } from '@/services/use-query'
import { BuildingsField } from '@/ui/buildings/buildings-field'
import { Card } from '@/ui/card'
import { Field, Select } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
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
  const compound = compounds.find(({ name }) => name === draft.compound)
  return (
    <View className="mt-3">
      <Field label="小区">
        <Select
          label="小区"
          value={draft.compound}
          options={compounds.map(({ name }) => ({ value: name, text: name }))}
          onChange={(name) => change({ compound: name, buildings: [] })}
        />
      </Field>
      {compound && (
        <BuildingsField
          label="楼栋"
          compounds={[compound]}
          chosen={draft.buildings}
          error={problems.buildings}
          onChange={(buildings) => change({ buildings })}
        />
      )}
    </View>
  )
}
