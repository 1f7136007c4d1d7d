import { useState } from 'react'
import { View } from '@tarojs/components'
import { buildingKey } from '@contract/doors'
import { groupProps } from '../aria'
import { Button } from '../button'
import { sayBuilding } from '../case-words'
import { Field } from '../form'
import { Tappable } from '../tappable'
import { CompoundList } from './compound-list'
import { findBuildings, foundShown, type Compound } from './find-buildings'
import { NotFound, SearchBox } from './search-box'
import './buildings.css'

interface Props {
  label: string
  compounds: readonly Compound[]
  /** As the list names them, or as they were once typed: `7` is on where `7 号楼` stands. */
  chosen: readonly string[]
  error?: string | null | undefined
  onChange: (chosen: string[]) => void
}

/** Several buildings: by compound or by a search, each turned on and off, or a whole compound at once. */
export const BuildingsField = ({ label, compounds, chosen, error, onChange }: Props) => {
  const [text, setText] = useState('')
  const isOn = (building: string) => chosen.some((one) => buildingKey(one) === buildingKey(building))
  const without = (gone: readonly string[]) => {
    const keys = new Set(gone.map(buildingKey))
    return chosen.filter((one) => !keys.has(buildingKey(one)))
  }
  const turn = (building: string) => onChange(isOn(building) ? without([building]) : [...chosen, building])
  const shown = compounds.filter(({ buildings }) => buildings.length > 0)
  const found = findBuildings(shown, text)
  const chosenIn = ({ buildings }: Compound) => buildings.filter(isOn).length
  const noteOf = (compound: Compound) =>
    chosenIn(compound) > 0 ? `选了 ${chosenIn(compound)} 栋` : `${compound.buildings.length} 栋`
  return (
    <Field label={label} hint={`选了 ${chosen.length} 栋`} error={error ?? null}>
      <View className="buildings">
        <SearchBox value={text} onChange={setText} />
        {text.trim() !== '' && found.length === 0 && <NotFound text={text} onClear={() => setText('')} />}
        {text.trim() !== '' && found.length > 0 && (
          <Tiles
            label="找到的楼"
            buildings={[...new Set(found.slice(0, foundShown).map(({ building }) => building))]}
            {...{ isOn, turn }}
          />
        )}
        {text.trim() === '' && (
          <CompoundList compounds={shown} first={shown.find(chosenIn)?.name ?? null} noteOf={noteOf}>
            {(compound) => (
              <>
                <WholeCompound
                  compound={compound}
                  isWhole={chosenIn(compound) === compound.buildings.length}
                  onAll={() => onChange([...without(compound.buildings), ...compound.buildings])}
                  onNone={() => onChange(without(compound.buildings))}
                />
                <Tiles label={compound.name} buildings={compound.buildings} {...{ isOn, turn }} />
              </>
            )}
          </CompoundList>
        )}
      </View>
    </Field>
  )
}

interface WholeProps {
  compound: Compound
  isWhole: boolean
  onAll: () => void
  onNone: () => void
}

const WholeCompound = ({ compound: { name }, isWhole, onAll, onNone }: WholeProps) => (
  <View className="row-wrap buildings-whole">
    <Button
      small
      look="soft"
      text={isWhole ? '全不选' : '全选'}
      label={`${name} ${isWhole ? '全不选' : '全选'}`}
      onTap={isWhole ? onNone : onAll}
    />
  </View>
)

interface TilesProps {
  label: string
  buildings: readonly string[]
  isOn: (building: string) => boolean
  turn: (building: string) => void
}

const Tiles = ({ label, buildings, isOn, turn }: TilesProps) => (
  <View className="building-tiles" {...groupProps('group', label)}>
    {buildings.map((building) => (
      <Tappable
        key={building}
        className={`building-tile ${isOn(building) ? 'is-on' : ''}`}
        role="switch"
        label={sayBuilding(building)}
        on={isOn(building)}
        onTap={() => turn(building)}
      >
        {sayBuilding(building)}
      </Tappable>
    ))}
  </View>
)
