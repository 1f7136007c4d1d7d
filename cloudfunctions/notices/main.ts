import { notices as contract } from '../contract/notices'
import { serve } from '../kit/serve'
import { list } from './list'
import { markRead } from './markRead'
import { publish } from './publish'
import { publishStreet } from './publishStreet'
import { reach } from './reach'
import { show } from './show'
import { staffNotices } from './staffNotices'
import { staffShown } from './staffShown'
import { streetNotices } from './streetNotices'
import { takeDown } from './takeDown'
import { uploadPhoto } from './uploadPhoto'

export const main = serve('notices', contract, {
  list,
  show,
  markRead,
  reach,
  staffShown,
  staffNotices,
  streetNotices,
  uploadPhoto,
  publish,
  publishStreet,
  takeDown,
})
