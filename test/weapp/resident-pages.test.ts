import { residentPages, staffPages } from '../journeys/page-cases'
import { opensInWeChat, pagesIn, residentPlaces } from '../journeys/page-turns'
import { app, lookAt } from './look-at'

describe('what residents see opens in WeChat as in a browser', () =>
  lookAt(pagesIn('wechat', residentPages, residentPlaces)))

test('[W1] every page of the build is looked at, here or among those of staff', () => {
  const all = [
    ...app.pages,
    ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]
  const opened = new Set([...residentPages, ...staffPages].filter(opensInWeChat).map(({ page }) => page))
  expect(all.filter((page) => !opened.has(page))).toEqual([])
})
