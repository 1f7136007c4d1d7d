import type { Domain } from '@contract/index'
import { affairs } from './affairs'
import { community } from './community'
import { desk } from './desk'
import { directory } from './directory'
import { duties } from './duties'
import { exportsMatrix } from './exports'
import { home } from './home'
import { imports } from './imports'
import { inbox } from './inbox'
import { jobs } from './jobs'
import { meetings } from './meetings'
import { notices } from './notices'
import { party } from './party'
import { points } from './points'
import { proxy } from './proxy'
import { privacy } from './privacy'
import { residency } from './residency'
import { safety } from './safety'
import { territory } from './territory'
import type { DomainMatrix } from './table'

/** Every domain's part: one that is missing does not compile. */
export const matrices: { [D in Domain]: DomainMatrix<D> } = {
  affairs,
  community,
  desk,
  directory,
  duties,
  exports: exportsMatrix,
  home,
  imports,
  inbox,
  jobs,
  meetings,
  notices,
  party,
  points,
  proxy,
  residency,
  safety,
  territory,
  // Behind what it ends.
  privacy,
}
