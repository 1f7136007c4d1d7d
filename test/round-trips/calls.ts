import type { Domain } from '@contract/index'
import { affairs } from './affairs'
import type { CallsOf } from './call'
import { desk, deskJobs } from './desk'
import { directory } from './directory'
import { duties, dutyJobs } from './duties'
import { exportCalls } from './exports'
import { community, home, imports, inbox, jobs, notices } from './others'
import { meetings } from './meetings'
import { party } from './party'
import { points } from './points'
import { proxy, proxyJobs } from './proxy'
import { privacy } from './privacy'
import { residency } from './residency'
import { safety } from './safety'
import { territory } from './territory'

/** The normal case of every action. A new action gets a line in the file of its domain. */
export const calls: { [D in Domain]?: CallsOf<D> } = {
  affairs,
  community,
  desk,
  directory,
  duties,
  exports: exportCalls,
  home,
  imports,
  inbox,
  jobs: { ...jobs, ...dutyJobs, ...deskJobs, ...proxyJobs },
  meetings,
  notices,
  party,
  points,
  proxy,
  privacy,
  residency,
  safety,
  territory,
}
