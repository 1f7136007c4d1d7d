import { proxy as contract } from '../contract/proxy'
import { serve } from '../kit/serve'
import { confirm } from './confirm'
import { current } from './current'
import { end } from './end'
import { family } from './family'
import { find } from './find'
import { object } from './object'
import { objections } from './objections'
import { records } from './records'
import { settle } from './settle'
import { start } from './start'

export const main = serve('proxy', contract, {
  find,
  family,
  start,
  current,
  end,
  records,
  confirm,
  object,
  objections,
  settle,
})
