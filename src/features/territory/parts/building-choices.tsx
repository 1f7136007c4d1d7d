import { View } from '@tarojs/components'
import { groupProps } from '@/ui/aria'
import { CompoundList } from '@/ui/buildings/compound-list'
import { sayBuilding } from '@/ui/case-words'
import { Field } from '@/ui/form'
import { Tappable } from '@/ui/tappable'
import { buildingsOf, type Building, type Layer, type Tree } from '../words'
import '@/ui/buildings/buildings.css'

interface Props {
  tree: Tree
  layer: Layer
  chosen: readonly string[]
  /** Not offered: those that are there already. */
  without?: string | null
  onChange: (chosen: string[]) => void
}

/** Some buildings by compound, each with the grid of the layer that it is in now. */
export const BuildingChoices = ({ tree, layer, chosen, without = null, onChange }: Props) => {
  const offered = (compoundId: string) =>
    buildingsOf(tree, compoundId).filter(({ grids }) => without === null || grids[layer] !== without)
  const compounds = tree.compounds
    .map(({ id, name }) => ({ id, name, buildings: offered(id).map((one) => one.name) }))
    .filter(({ buildings }) => buildings.length > 0)
  const turn = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const ofCompound = (name: string) => offered(compounds.find((one) => one.name === name)?.id ?? '')
  const gridName = ({ grids }: Building) =>
    tree.grids.find(({ id }) => id === grids[layer])?.name ?? '没进网格'
  return (
    <Field label="哪些楼栋" hint={`选了 ${chosen.length} 栋`}>
      {compounds.length === 0 && <View className="t-note">没有可以划进来的楼栋了</View>}
      <CompoundList
        compounds={compounds}
        first={compounds[0]?.name ?? null}
        noteOf={({ buildings }) => `${buildings.length} 栋`}
      >
        {({ name }) => (
          <View className="building-tiles" {...groupProps('group', name)}>
            {ofCompound(name).map((building) => (
              <Tappable
                key={building.id}
                className={`building-tile territory-tile ${chosen.includes(building.id) ? 'is-on' : ''}`}
                role="switch"
                label={`${sayBuilding(building.name)}，${gridName(building)}`}
                on={chosen.includes(building.id)}
                onTap={() => turn(building.id)}
              >
                <View>{sayBuilding(building.name)}</View>
                <View className="t-tiny">{gridName(building)}</View>
              </Tappable>
            ))}
          </View>
        )}
      </CompoundList>
    </Field>
  )
}
