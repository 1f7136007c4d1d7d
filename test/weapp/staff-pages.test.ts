import { staffPages } from '../journeys/page-cases'
import { onPhone } from '../journeys/page-look'
import { lookAt } from './look-at'

describe('what people with a duty see opens in WeChat as in a browser', () =>
  lookAt(staffPages.filter(onPhone)))
