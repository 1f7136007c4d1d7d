import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { Field, Select } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import type { ActivityForm } from './use-activity-form'

const kinds = [
  { value: 'community', text: '全社区' },
  { value: 'compound', text: '一个小区' },
] as const

/** Whom it is for first: those of one compound see it on top; the others of the community may come too. */
export const AudienceCard = ({ form }: { form: ActivityForm }) => {
  const { draft, problems, communityId, change } = form
  const narrow = draft.audience === 'compound'
  const query = useQuery('affairs.form', narrow ? { communityId } : null)
  return (
    <Card title="在哪个小区">
      <Select
        label="在哪个小区"
        value={draft.audience}
        options={kinds}
        onChange={(audience) => change({ audience })}
      />
      {narrow && (
        <>
          <Loaded query={query}>
            {({ compounds }) => (
              <View className="mt-3">
                <Field label="小区" error={problems.compound}>
                  <Select
                    label="小区"
                    value={draft.compound}
                    options={withBuildings(compounds)}
                    onChange={(compound) => change({ compound })}
                  />
                </Field>
              </View>
            )}
          </Loaded>
          <View className="t-note mt-2">住在这个小区的党员会先看到，社区别的党员也能来。</View>
        </>
      )}
    </Card>
  )
}

/** What lies outside of every compound has no buildings, and nobody lives there. */
const withBuildings = (compounds: Output<'affairs.form'>['compounds']) =>
  compounds.filter(({ buildings }) => buildings.length > 0).map(({ name }) => ({ value: name, text: name }))
