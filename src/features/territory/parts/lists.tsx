import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { sayBuilding } from '@/ui/case-words'
import { Chip } from '@/ui/chip'
import { Icon } from '@/ui/icon'
import { Empty } from '@/ui/state'
import { Tappable } from '@/ui/tappable'
import {
  buildingsIn,
  buildingsOf,
  gridsOf,
  layers,
  layerWords,
  pathOf,
  withoutGrid,
  type Building,
  type Layer,
  type Tree,
} from '../words'

interface Props {
  tree: Tree
  /** What is shown beside the list. */
  shownId: string | null
  onTap: (id: string) => void
}

/** Every building by compound, each with its grids. */
export const PlaceList = ({ tree, shownId, onTap }: Props) => (
  <>
    {tree.areas.length > 0 && (
      <Card title="片区">
        {tree.areas.map(({ id, name, parentId }) => (
          <Row
            key={id}
            title={name}
            note={pathOf(tree, parentId)}
            on={id === shownId}
            onTap={() => onTap(id)}
          />
        ))}
      </Card>
    )}
    {tree.compounds.map((compound) => (
      <Card key={compound.id}>
        <Row
          head
          title={compound.name}
          note={[pathOf(tree, compound.parentId), countWords(buildingsOf(tree, compound.id).length)]
            .filter(Boolean)
            .join(' · ')}
          on={compound.id === shownId}
          onTap={() => onTap(compound.id)}
        />
        {buildingsOf(tree, compound.id).map((building) => (
          <BuildingRow key={building.id} {...{ tree, building, shownId, onTap }} />
        ))}
      </Card>
    ))}
    {tree.compounds.length === 0 && (
      <Card>
        <Empty icon="building-2" title="还没有小区" note="先加一个小区，再加楼栋，然后划网格" />
      </Card>
    )}
  </>
)

const countWords = (count: number): string => (count > 0 ? `${count} 栋楼` : '没有楼栋')

const BuildingRow = ({ tree, building, shownId, onTap }: Props & { building: Building }) => {
  const grids = layers.map((layer) => ({
    layer,
    name: tree.grids.find(({ id }) => id === building.grids[layer])?.name ?? null,
  }))
  const spoken = grids.map(({ layer, name }) => `${layerWords[layer].text}${name ?? '没进'}`).join('，')
  return (
    <Tappable
      className={`territory-item ${building.id === shownId ? 'is-on' : ''}`}
      label={`${sayBuilding(building.name)}，${spoken}`}
      onTap={() => onTap(building.id)}
    >
      <View className="grow">
        <View className="t-break">{sayBuilding(building.name)}</View>
        <View className="row-wrap mt-1">
          {grids.map(({ layer, name }) => (
            <Chip
              key={layer}
              tone={name ? layerWords[layer].tone : 'warn'}
              text={name ?? `没进${layerWords[layer].text}`}
            />
          ))}
        </View>
      </View>
      <View className="t-note">{building.units > 0 ? `${building.units} 个单元` : ''}</View>
      <View className="cell-chevron">
        <Icon name="chevron-right" size="s" />
      </View>
    </Tappable>
  )
}

/** The grids of one layer with how many buildings each has; and what is in none. */
export const GridList = ({ tree, layer, shownId, onTap }: Props & { layer: Layer }) => {
  const grids = gridsOf(tree, layer)
  const left = withoutGrid(tree, layer)
  return (
    <>
      <Card>
        {grids.length === 0 && (
          <Empty
            icon="map-pin"
            title={`还没有${layerWords[layer].text}`}
            note="点「新增网格」，选楼栋划出来"
          />
        )}
        {grids.map((grid) => (
          <Row
            key={grid.id}
            title={grid.name}
            note={[countWords(grid.buildings), ...buildingNames(buildingsIn(tree, grid))].join(' · ')}
            on={grid.id === shownId}
            onTap={() => onTap(grid.id)}
          />
        ))}
      </Card>
      {left.length > 0 && (
        <Card tone="warn" title={`没进${layerWords[layer].text}的 ${left.length} 栋`}>
          <View className="t-break">{left.map(({ name }) => sayBuilding(name)).join('、')}</View>
        </Card>
      )}
    </>
  )
}

/** So many as fit a line, and that there are more. */
const buildingNames = (buildings: readonly Building[]): string[] => {
  const names = buildings.slice(0, 4).map(({ name }) => sayBuilding(name))
  if (names.length === 0) return []
  return [`${names.join('、')}${buildings.length > names.length ? ' 等' : ''}`]
}

interface RowProps {
  title: string
  note: string
  head?: boolean
  on: boolean
  onTap: () => void
}

const Row = ({ title, note, head = false, on, onTap }: RowProps) => (
  <Tappable
    className={`territory-item ${head ? 'territory-head' : ''} ${on ? 'is-on' : ''}`}
    label={[title, note].filter(Boolean).join('，')}
    onTap={onTap}
  >
    <View className="grow">
      <View className={`t-break ${head ? 't-head' : ''}`}>{title}</View>
      {note && <View className="t-note t-break">{note}</View>}
    </View>
    <View className="cell-chevron">
      <Icon name="chevron-right" size="s" />
    </View>
  </Tappable>
)
