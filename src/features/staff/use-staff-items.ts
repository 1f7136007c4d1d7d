import { useQuery, type Query } from '@/services/use-query'
import type { Output } from '@contract/index'
import type { StaffItem } from './item-draft'

export interface StaffItems {
  query: Query<Output<'points.staffItems'>>
  /** One of them; null while it is not known. */
  find: (itemId: string) => StaffItem | null
  /** Shows an item as an action has just answered it. */
  put: (item: StaffItem) => void
}

/** All items of a community, as its staff see them. @param communityId null: not known yet */
export const useStaffItems = (communityId: string | null): StaffItems => {
  const query = useQuery('points.staffItems', communityId === null ? null : { communityId })
  const items = query.data?.items ?? []
  const put = (item: StaffItem) => {
    const known = items.some(({ id }) => id === item.id)
    query.show({ items: known ? items.map((one) => (one.id === item.id ? item : one)) : [...items, item] })
  }
  return { query, find: (itemId) => items.find(({ id }) => id === itemId) ?? null, put }
}
