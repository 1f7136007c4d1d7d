import { holdings as affairs } from '../affairs/holdings'
import { holdings as community, memberHolding } from '../community/holdings'
import { holdings as desk } from '../desk/holdings'
import { holdings as directory } from '../directory/holdings'
import { holdings as duties } from '../duties/holdings'
import { holdings as exported } from '../exports/holdings'
import { holdings as home } from '../home/holdings'
import { holdings as imports } from '../imports/holdings'
import { holdings as inbox } from '../inbox/holdings'
import { nobody, type Holding } from '../kit/holding'
import { holdings as meetings } from '../meetings/holdings'
import { holdings as notices } from '../notices/holdings'
import { holdings as party } from '../party/holdings'
import { holdings as points } from '../points/holdings'
import { holdings as privacy } from '../privacy/holdings'
import { holdings as proxy } from '../proxy/holdings'
import { holdings as residency } from '../residency/holdings'
import { holdings as safety } from '../safety/holdings'
import { holdings as territory } from '../territory/holdings'
import { jobRuns } from './store'

/**
 * What every collection holds of people, in the order in which an account is wiped. A collection that is missing
 * fails a test: a new one gets its row in `holdings.ts` of its domain.
 */
export const allHoldings: readonly Holding[] = [
  ...affairs,
  ...meetings,
  ...party,
  ...points,
  ...inbox,
  ...duties,
  ...safety,
  ...residency,
  ...imports,
  ...notices,
  ...directory,
  ...territory,
  ...exported,
  ...proxy,
  ...desk,
  ...home,
  ...community,
  ...privacy,
  nobody(jobRuns, '定时任务做到哪里'),
  memberHolding,
]
