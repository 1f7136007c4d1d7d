import { openCases } from '../affairs/read'
import { homeView } from '../affairs/views'
import { knownPlaces } from '../community/read'
import { communityViews } from '../community/views'
import type { Output } from '../contract'
import { limits } from '../contract/limits'
import { unreadOf } from '../inbox/read'
import type { Actor, ResidentActor } from '../kit/actor'
import type { Context, Handler } from '../kit/handler'
import { statesOf } from '../meetings/read'
import { briefView } from '../meetings/views'
import { concerns } from '../notices/rules'
import { summaryOf } from '../points/read'
import { itemView, photoLinks } from '../points/views'
import { boardOf } from './boards'
import { mostUrgentFirst, nextMeetingFor } from './rules'
import type { Board } from './store'

type Shown = Output<'home.show'>
type Showing = Context<'home.show'>

/**
 * The first screen. A resident sees the own community; anybody else the one asked for. Five round trips warm: the
 * actor, the account, what waits to be picked up, one's cases, one's sign-ups. The board is kept by the instance for
 * some seconds (docs/decisions/0086) and is a sixth round trip where it is not.
 */
export const show: Handler<'home.show'> = async ({ communityId }, context) => {
  const { me, now, db, files, fail } = context
  const wanted = me?.residency?.communityId ?? communityId ?? communityViews(await knownPlaces(db))[0]?.id
  const board = (await boardOf(db, wanted ?? '', now)) ?? fail('NOT_FOUND')
  const [resident, myCases, nextMeeting, unread, links] = await Promise.all([
    residentPart(me, context),
    me && casesPart(me, context),
    meetingPart(board, me, context),
    me && unreadOf(db, me),
    photoLinks(files, board.items),
  ])
  const viewer = { residency: me?.residency ?? null, isStaff: false }
  return {
    community: board.community,
    resident,
    nextMeeting,
    myCases,
    notices: board.notices.filter((notice) => concerns(notice, viewer)).slice(0, limits.home.notices),
    nextActivity: activityFor(board, me, now),
    unread,
    items: board.items.map((item) => itemView(item, links)),
  }
}

/** null for a guest, and for a member whose residency is not verified. */
async function residentPart(me: Actor | null, { db, now }: Showing): Promise<Shown['resident']> {
  if (!me?.residency || !me.member) return null
  const { building, unit } = me.residency
  return { building, unit, ...(await summaryOf(db, me as ResidentActor, now)) }
}

async function casesPart(me: Actor, { db, now }: Showing): Promise<Shown['myCases']> {
  const open = (await openCases(db, me)).map((kase) => homeView(kase, now))
  return { cases: mostUrgentFirst(open).slice(0, limits.home.cases), count: open.length }
}

async function meetingPart(
  board: Board,
  me: Actor | null,
  { db, now }: Showing,
): Promise<Shown['nextMeeting']> {
  const states = me ? await statesOf(db, me.memberId, board.meetings) : null
  const home = me?.residency ?? null
  const next = nextMeetingFor(board.meetings, (id) => states?.has(id) ?? false, home, now)
  if (!next) return null
  const brief = briefView(next, now, states?.get(next._id) ?? null)
  const isOpen = brief.gate === 'seat' || brief.gate === 'waitlist'
  const maySignUp = home !== null && brief.mine === null && isOpen
  return { ...brief, topTopic: next.topTopic, maySignUp }
}

/** That somebody is registered is nobody else's business: only they are shown what is planned for them. */
const activityFor = (board: Board, me: Actor | null, now: Date): Shown['nextActivity'] =>
  me?.residency && me.member?.registration?.communityId === board._id
    ? (board.activities.find(({ startsAt }) => startsAt > now.toISOString()) ?? null)
    : null
