import { inbox as contract } from '../contract/inbox'
import { serve } from '../kit/serve'
import { allow } from './allow'
import { allowed } from './allowed'
import { disallow } from './disallow'
import { read } from './markRead'
import { messages } from './messages'

export const main = serve('inbox', contract, { messages, read, allowed, allow, disallow })
