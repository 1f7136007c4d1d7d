import { privacy as contract } from '../contract/privacy'
import { serve } from '../kit/serve'
import { agree } from './agree'
import { askCopy } from './askCopy'
import { audit } from './audit'
import { beforeErase } from './beforeErase'
import { erase } from './erase'
import { home } from './home'
import { openCopy } from './openCopy'
import { reveal } from './reveal'

export const main = serve('privacy', contract, {
  home,
  askCopy,
  openCopy,
  beforeErase,
  erase,
  agree,
  reveal,
  audit,
})
