import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { useQuery } from '@/services/use-query'
import { groupProps } from '@/ui/aria'
import { sayBuilding } from '@/ui/case-words'
import { Choices } from '@/ui/choices'
import { Field } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { Tappable } from '@/ui/tappable'
import type { InviteDraft } from './invite-draft'

interface Props {
  placeId: string
  draft: InviteDraft
  error?: string | undefined
  change: (fields: Partial<InviteDraft>) => void
}

/** Of which building somebody becomes the leader, and of which of its units. */
export const DoorFields = ({ placeId, draft, error, change }: Props) => {
  const query = useQuery('duties.doors', { placeId, building: null })
  return (
    <Loaded query={query}>
      {({ compounds }) => {
        const chosen = compounds.find(({ name }) => name === draft.compound) ?? compounds[0]
        return (
          <>
            {compounds.length > 1 && (
              <Field label="小区">
                <Choices
                  label="小区"
                  value={chosen?.name ?? ''}
                  options={compounds.map(({ name }) => ({ value: name, text: name }))}
                  onChange={(compound) => change({ compound, building: '', units: [] })}
                />
              </Field>
            )}
            <Field label="楼栋" error={error}>
              <Choices
                label="楼栋"
                value={draft.building}
                options={(chosen?.buildings ?? []).map(({ name, building }) => ({
                  value: building,
                  text: sayBuilding(name),
                }))}
                onChange={(building) => change({ building, units: [] })}
              />
            </Field>
            {draft.building && <Units key={draft.building} {...{ placeId, draft, change }} />}
          </>
        )
      }}
    </Loaded>
  )
}

/** The units that the roster has; none chosen is the whole building. */
const Units = ({ placeId, draft: { building, units }, change }: Props) => {
  const query = useQuery('duties.doors', { placeId, building })
  return (
    <Loaded query={query}>
      {({ units: known }) =>
        known.length === 0 ? (
          <View className="t-note t-bad">花名册里没有这栋楼，先导入再邀请</View>
        ) : (
          <Field label="单元" hint={units.length === 0 ? '整栋楼' : `选了 ${units.length} 个单元`}>
            <View className="choices" {...groupProps('group', '单元')}>
              {known.map((unit) => (
                <Tappable
                  key={unit}
                  className={`choice ${units.includes(unit) ? 'is-on' : ''}`}
                  role="switch"
                  label={`${unit} 单元`}
                  on={units.includes(unit)}
                  onTap={() => change({ units: turned(units, unit) })}
                >
                  {unit} 单元
                </Tappable>
              ))}
            </View>
          </Field>
        )
      }
    </Loaded>
  )
}

const turned = (units: readonly string[], unit: string): string[] => {
  const without = units.filter((one) => one !== unit)
  return (without.length < units.length ? without : [...units, unit]).slice(0, limits.duty.unitsWithin)
}
