import { Card } from '@/ui/card'
import { Empty } from '@/ui/state'
import type { Change } from '../use-territory'
import { findIn, type Tree } from '../words'
import { BuildingPane } from './building-pane'
import { GridPane } from './grid-pane'
import { HistoryCard } from './history-card'
import { PlacePane } from './place-pane'

interface Props {
  tree: Tree
  id: string
  change: Change
}

/** All about one place or grid: what it is now, and what became of it. */
export const Pane = ({ tree, id, change }: Props) => (
  <>
    <Now tree={tree} id={id} change={change} />
    <HistoryCard key={tree.version} communityId={tree.communityId} id={id} />
  </>
)

const Now = ({ tree, id, change }: Props) => {
  const found = findIn(tree, id)
  if (!found) {
    return (
      <Card>
        <Empty icon="map-pin" title="已经停用" note="下面是它的变更记录" />
      </Card>
    )
  }
  // Units are asked for anew after each change.
  const key = `${id} ${tree.version}`
  if (found.kind === 'building')
    return <BuildingPane key={key} tree={tree} building={found.one} change={change} />
  if (found.kind === 'grid') return <GridPane key={id} tree={tree} grid={found.one} change={change} />
  return <PlacePane key={id} tree={tree} kind={found.kind} one={found.one} change={change} />
}
