import { serve } from '../kit/serve'
import { show } from './show'

export const main = serve('home', { show })
