import { desk as contract } from '../contract/desk'
import { serve } from '../kit/serve'
import { confirm } from './confirm'
import { decline } from './decline'
import { end } from './end'
import { look } from './look'
import { mine } from './mine'
import { open } from './open'
import { scan } from './scan'

export const main = serve('desk', contract, { open, look, scan, confirm, decline, mine, end })
