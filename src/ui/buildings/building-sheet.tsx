import { useState } from 'react'
import { View } from '@tarojs/components'
import { useSession } from '@/services/session'
import { groupProps } from '../aria'
import { sayBuilding } from '../case-words'
import { Icon } from '../icon'
import type { IconName } from '../icon-names'
import { Sheet } from '../sheet'
import { Tappable } from '../tappable'
import { CompoundList } from './compound-list'
import {
  findBuildings,
  foundShown,
  homeSpot,
  isSameSpot,
  type BuildingSpot,
  type Compound,
  type Spot,
} from './find-buildings'
import { NotFound, SearchBox } from './search-box'
import { useRecent } from './use-recent'
import './buildings.css'

interface Props {
  open: boolean
  title: string
  communityId: string
  compounds: readonly Compound[]
  value: Spot | null
  /** Offers a compound without any building, and compounds that have none. */
  publicAreas?: boolean
  onPick: (spot: Spot) => void
  onClose: () => void
}

/** Which building: the own one first, then those chosen last, then all; or by a search. One tap and it is chosen. */
export const BuildingSheet = ({ open, title, onClose, ...picking }: Props) => (
  <Sheet open={open} title={title} onClose={onClose}>
    <Picker {...picking} onClose={onClose} />
  </Sheet>
)

type PickerProps = Omit<Props, 'open' | 'title'>

const Picker = ({ communityId, compounds, value, publicAreas = false, onPick, onClose }: PickerProps) => {
  const [text, setText] = useState('')
  const { recent, add } = useRecent(communityId)
  const pick = (spot: Spot) => {
    if (spot.building !== null) add({ ...spot, building: spot.building })
    onPick(spot)
    onClose()
  }
  const found = findBuildings(compounds, text)
  const choose = () => {
    const [first] = found
    if (first) pick(first)
  }
  return (
    <View className="buildings">
      <SearchBox value={text} onChange={setText} onDone={choose} />
      {text.trim() !== '' && found.length === 0 && <NotFound text={text} onClear={() => setText('')} />}
      {text.trim() !== '' && found.length > 0 && <Rows title="找到的楼" spots={found} {...{ value, pick }} />}
      {text.trim() === '' && (
        <>
          <Near {...{ communityId, compounds, recent, value, pick }} />
          <All {...{ compounds, value, publicAreas, pick }} />
        </>
      )}
    </View>
  )
}

interface Picking {
  value: Spot | null
  pick: (spot: Spot) => void
}

type NearProps = Picking & Pick<Props, 'communityId' | 'compounds'> & { recent: readonly BuildingSpot[] }

/** Where one lives, and what one chose last: of what is still on the list. */
const Near = ({ communityId, compounds, recent, ...picking }: NearProps) => {
  const residency = useSession((session) => session.me?.residency ?? null)
  const own = residency?.community.id === communityId ? homeSpot(compounds, residency.building) : null
  const known = recent.filter(
    (spot) =>
      !isSameSpot(own, spot) &&
      compounds.some(({ name, buildings }) => name === spot.compound && buildings.includes(spot.building)),
  )
  return (
    <>
      {own && <Rows title="我家的楼" icon="house" spots={[own]} {...picking} />}
      {known.length > 0 && <Rows title="最近选过" spots={known} {...picking} />}
    </>
  )
}

type RowsProps = Picking & { title: string; icon?: IconName; spots: readonly BuildingSpot[] }

const Rows = ({ title, icon = 'building-2', spots, value, pick }: RowsProps) => (
  <>
    <View className="buildings-title">{title}</View>
    <View {...groupProps('radiogroup', title)}>
      {spots.slice(0, foundShown).map((spot) => {
        const isOn = isSameSpot(value, spot)
        const building = sayBuilding(spot.building)
        return (
          <Tappable
            key={`${spot.compound} ${spot.building}`}
            className={`building-row ${isOn ? 'is-on' : ''}`}
            role="radio"
            label={`${spot.compound} ${building}`}
            on={isOn}
            onTap={() => pick(spot)}
          >
            <Icon name={icon} />
            <View className="grow t-break">
              {spot.compound} {building}
            </View>
          </Tappable>
        )
      })}
    </View>
    {spots.length > foundShown && (
      <View className="t-note mt-2">还有 {spots.length - foundShown} 栋，再多写一点就能找到</View>
    )}
  </>
)

type AllProps = Picking & Pick<PickerProps, 'compounds'> & { publicAreas: boolean }

const All = ({ compounds, value, publicAreas, pick }: AllProps) => {
  const shown = compounds.filter(({ buildings }) => publicAreas || buildings.length > 0)
  if (shown.length === 0) return <View className="buildings-none">社区还没有登记楼栋，请联系社区。</View>
  return (
    <>
      <View className="buildings-title">全部楼栋</View>
      <CompoundList compounds={shown} first={value?.compound ?? null} noteOf={countOf}>
        {({ name, buildings }) => (
          <View className="building-tiles" {...groupProps('radiogroup', name)}>
            {(publicAreas ? [null, ...buildings] : buildings).map((building) => {
              const isOn = isSameSpot(value, { compound: name, building })
              const words = building === null ? '公共区域' : sayBuilding(building)
              return (
                <Tappable
                  key={words}
                  className={`building-tile ${isOn ? 'is-on' : ''}`}
                  role="radio"
                  label={words}
                  on={isOn}
                  onTap={() => pick({ compound: name, building })}
                >
                  {words}
                </Tappable>
              )
            })}
          </View>
        )}
      </CompoundList>
    </>
  )
}

const countOf = ({ buildings }: Compound): string => (buildings.length > 0 ? `${buildings.length} 栋` : '')
