import { residentPages, staffPages } from '../journeys/page-cases'
import { app, lookAt, openedOf } from './look-at'

describe('what residents see opens in WeChat as in a browser', () => lookAt(residentPages))

test('[W1] every page of the build is looked at, here or among those of staff', () => {
  const all = [
    ...app.pages,
    ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]
  const opened = new Set(openedOf([...residentPages, ...staffPages]).map(({ page }) => page))
  expect(all.filter((page) => !opened.has(page))).toEqual([])
})
