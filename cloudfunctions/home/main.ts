import { home as contract } from '../contract/home'
import { serve } from '../kit/serve'
import { show } from './show'
import { work } from './work'

export const main = serve('home', contract, { show, work })
