import type { Handler } from '../kit/handler'
import { changeItem } from './changeItem'

/** Opening what is open already changes nothing, and is no mistake. */
export const openItem: Handler<'points.openItem'> = ({ itemId }, context) =>
  changeItem('points.openItem', itemId, context, () => ({ state: 'open' }))
