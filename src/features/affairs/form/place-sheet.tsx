import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { Button } from '@/ui/button'
import { sayBuilding } from '@/ui/case-words'
import { Choices } from '@/ui/choices'
import { Field, TextInput } from '@/ui/form'
import { Sheet } from '@/ui/sheet'
import type { CaseForm, CaseInput } from './case-draft'

type Place = CaseInput['place']

interface Props {
  open: boolean
  form: CaseForm
  place: Place | null
  onChange: (place: Place) => void
  onClose: () => void
}

/** Where it is: compound, building, and words for the rest. */
export const PlaceSheet = ({ open, form, place, onChange, onClose }: Props) => {
  const buildings = form.compounds.find(({ name }) => name === place?.compound)?.buildings ?? []
  const compounds = form.compounds.map(({ name }) => ({ value: name, text: name }))
  return (
    <Sheet open={open} title="在哪里" onClose={onClose}>
      <Field label="小区">
        <Choices
          label="小区"
          value={place?.compound ?? ''}
          options={compounds}
          onChange={(compound) => onChange({ compound, building: null, note: place?.note ?? '' })}
        />
      </Field>
      {place && (
        <>
          <Field label="楼栋" hint="不在楼里就选「公共区域」">
            <Choices
              label="楼栋"
              value={place.building ?? ''}
              options={[
                { value: '', text: '公共区域' },
                ...buildings.map((building) => ({ value: building, text: sayBuilding(building) })),
              ]}
              onChange={(building) => onChange({ ...place, building: building || null })}
            />
          </Field>
          <TextInput
            label="具体位置"
            placeholder="如 2 单元楼道、东门岗亭旁，可以不写"
            maxLength={limits.case.placeNoteLength}
            value={place.note}
            onChange={(note) => onChange({ ...place, note: note.replace(/\n/g, ' ') })}
          />
        </>
      )}
      <View className="row mt-4">
        <Button text="就在这里" disabled={place === null} onTap={onClose} />
      </View>
    </Sheet>
  )
}
