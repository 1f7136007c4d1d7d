import { duties as contract } from '../contract/duties'
import { serve } from '../kit/serve'
import { accept } from './accept'
import { approve } from './approve'
import { confirm } from './confirm'
import { decline } from './decline'
import { doors } from './doors'
import { invitation } from './invitation'
import { invite } from './invite'
import { revoke } from './revoke'
import { revokeInvitation } from './revokeInvitation'
import { staff } from './staff'

export const main = serve('duties', contract, {
  staff,
  doors,
  invite,
  revokeInvitation,
  invitation,
  accept,
  decline,
  approve,
  confirm,
  revoke,
})
