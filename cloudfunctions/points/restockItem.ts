import { limits } from '../contract/limits'
import type { Handler } from '../kit/handler'
import { changeItem } from './changeItem'

export const restockItem: Handler<'points.restockItem'> = ({ itemId, change }, context) =>
  changeItem('points.restockItem', itemId, context, (item) => {
    const left = item.left + change
    if (left < 0 || left + item.reservedUnits > limits.item.maxStock)
      return context.fail('STOCK_OUT_OF_RANGE', 'change')
    return { left, ...(item.stocked === undefined ? {} : { stocked: item.stocked + change }) }
  })
