import { safety as contract } from '../contract/safety'
import { serve } from '../kit/serve'
import { pass } from './pass'
import { queue } from './queue'
import { refuse } from './refuse'

export const main = serve('safety', contract, {
  queue,
  pass,
  refuse,
})
