import type { Domain } from '@contract/index'
import { affairs } from './affairs'
import type { CallsOf } from './call'
import { duties, dutyJobs } from './duties'
import { community, home, imports, inbox, jobs, notices } from './others'
import { meetings } from './meetings'
import { party } from './party'
import { points } from './points'
import { privacy } from './privacy'
import { residency } from './residency'
import { safety } from './safety'

/** The normal case of every action. A new action gets a line in the file of its domain. */
export const calls: { [D in Domain]?: CallsOf<D> } = {
  affairs,
  community,
  duties,
  home,
  imports,
  inbox,
  jobs: { ...jobs, ...dutyJobs },
  meetings,
  notices,
  party,
  points,
  privacy,
  residency,
  safety,
}
