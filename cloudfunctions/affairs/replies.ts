import type { Output } from '../contract'
import type { Context } from '../kit/handler'
import type { Actor } from '../kit/actor'
import { staffLevelOf, workersOf } from './actors'
import { linksOf } from './photos'
import type { Case } from './store'
import { ownView, staffView, type Viewer } from './views'

const viewerOf = (kase: Case, me: Actor): Viewer => ({
  who: workersOf(kase, me),
  isOffice: staffLevelOf(me, kase.communityId) !== null,
})

type Replying = Pick<Context<'affairs.show'>, 'me' | 'now' | 'files'>

/** The case for its reporter, with links to its photos. No database call. */
export const replyToReporter = async (
  kase: Case,
  { me, now, files }: Replying,
): Promise<Output<'affairs.mineShown'>> => ownView(kase, me, now, await linksOf(files, kase))

/** The case for those who work on it, with links to its photos. No database call. */
export const replyToStaff = async (
  kase: Case,
  { me, now, files }: Replying,
): Promise<Output<'affairs.show'>> => staffView(kase, viewerOf(kase, me), now, await linksOf(files, kase))
