import { staffPages } from '../journeys/page-cases'
import { pagesIn, staffPlaces } from '../journeys/page-turns'
import { lookAt } from './look-at'

describe('what people with a duty see opens in WeChat as in a browser', () =>
  lookAt(pagesIn('wechat', staffPages, staffPlaces)))
