import { directory as contract } from '../contract/directory'
import { serve } from '../kit/serve'
import { add } from './add'
import { edit } from './edit'
import { list } from './list'
import { order } from './order'
import { staffEntries } from './staffEntries'
import { takeDown } from './takeDown'

export const main = serve('directory', contract, { list, staffEntries, add, edit, order, takeDown })
