import type { Handler } from '../kit/handler'
import { changeItem } from './changeItem'

/** What has been redeemed can still be picked up; nothing new can be redeemed. */
export const closeItem: Handler<'points.closeItem'> = ({ itemId }, context) =>
  changeItem('points.closeItem', itemId, context, () => ({ state: 'closed' }))
