import { imports as contract } from '../contract/imports'
import { serve } from '../kit/serve'
import { apply } from './apply'
import { list } from './list'
import { show } from './show'
import { stage } from './stage'
import { undo } from './undo'

export const main = serve('imports', contract, { stage, apply, undo, show, list })
