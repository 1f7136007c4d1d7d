import { notices as contract } from '../contract/notices'
import { serve } from '../kit/serve'
import { list } from './list'
import { markRead } from './markRead'
import { publish } from './publish'
import { reach } from './reach'
import { show } from './show'
import { staffNotices } from './staffNotices'
import { takeDown } from './takeDown'

export const main = serve('notices', contract, {
  list,
  show,
  markRead,
  reach,
  staffNotices,
  publish,
  takeDown,
})
