import { serve } from '../kit/serve'
import { communities } from './communities'
import { me } from './me'

export const main = serve('community', { communities, me })
