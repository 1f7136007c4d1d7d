import { isWhole, turnOf } from '../support/breadth'
import type { PageCase } from './page-cases'

/** Where a page is looked at: in a browser on a phone or at a desk, or in the mini program. */
export type Place = 'phone' | 'desk' | 'wechat'

/**
 * Where the pages of residents, and those of people with a duty, are looked at; by turns more of them in the mini
 * program, where a look takes a fifth of the time.
 */
export const residentPlaces: readonly Place[] = ['phone', 'wechat', 'wechat']
export const staffPlaces: readonly Place[] = ['phone', 'desk', 'wechat', 'wechat']

/**
 * Whether the mini program has a page and shows it as it opens; what somebody does on one is told there by the
 * journeys.
 */
export const opensInWeChat = ({ act, page }: PageCase): boolean => !act && !/\/sign-in$/.test(page)

/** The pages that are looked at in a place: all that there are there; by turns each page in one of its places. */
export const pagesIn = (
  place: Place,
  pages: readonly PageCase[],
  places: readonly Place[],
): readonly PageCase[] =>
  pages.filter((one) => {
    const there = places.filter((some) => some !== 'wechat' || opensInWeChat(one))
    return there.includes(place) && (isWhole || there[turnOf(one.name) % there.length] === place)
  })
