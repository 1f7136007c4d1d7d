import { exportActions as contract } from '../contract/exports'
import { serve } from '../kit/serve'
import { ask } from './ask'
import { build } from './build'
import { handOut } from './handOut'
import { list } from './list'

export const main = serve('exports', contract, { ask, build, handOut, list })
