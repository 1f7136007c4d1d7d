import { community as contract } from '../contract/community'
import { serve } from '../kit/serve'
import { communities } from './communities'
import { me } from './me'

export const main = serve('community', contract, { communities, me })
