import { territory as contract } from '../contract/territory'
import { serve } from '../kit/serve'
import { addGrid } from './addGrid'
import { addPlace } from './addPlace'
import { closeGrid } from './closeGrid'
import { closePlace } from './closePlace'
import { history } from './history'
import { moveBuildings } from './moveBuildings'
import { rename } from './rename'
import { tree } from './tree'
import { units } from './units'

export const main = serve('territory', contract, {
  tree,
  units,
  history,
  addPlace,
  rename,
  closePlace,
  addGrid,
  moveBuildings,
  closeGrid,
})
