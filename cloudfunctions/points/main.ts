import { points as contract } from '../contract/points'
import { serve } from '../kit/serve'
import { cancelRedemption } from './cancelRedemption'
import { closeItem } from './closeItem'
import { createItem } from './createItem'
import { editItem } from './editItem'
import { item } from './item'
import { items } from './items'
import { ledgerState } from './ledgerState'
import { openItem } from './openItem'
import { overview } from './overview'
import { pickupCode } from './pickupCode'
import { redeem } from './redeem'
import { redemptions } from './redemptions'
import { restockItem } from './restockItem'
import { staffItems } from './staffItems'
import { statement } from './statement'
import { uploadItemPhoto } from './uploadItemPhoto'
import { verifyPickup } from './verifyPickup'

export const main = serve('points', contract, {
  overview,
  statement,
  items,
  item,
  redeem,
  redemptions,
  pickupCode,
  cancelRedemption,
  verifyPickup,
  staffItems,
  uploadItemPhoto,
  createItem,
  editItem,
  restockItem,
  openItem,
  closeItem,
  ledgerState,
})
