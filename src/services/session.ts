import { create } from 'zustand'
import type { Output } from '@contract/index'
import { stopActing, useActing, type ProxySession } from './acting'
import { forgetAnswers } from './answers'
import { call } from './call'
import { forgetActed, forgetKept } from './drafts'
import { forgetIntents } from './intents'
import { onNetworkBack } from './platform/network'
import type { Failure } from './replies'
import { forget, readStored, store } from './storage'
import { forgetToken, keepToken, readToken } from './token'
import { watchRefusals } from './transport'
import { forgetUnread } from './unread'

export type Me = Output<'community.me'>
export type Community = NonNullable<Me['residency']>['community']

interface Session {
  /** `unknown` until the first answer; a guest may look around. */
  status: 'unknown' | 'guest' | 'member'
  me: Me | null
  /** Who is really there: as `me`, but for a helper (代办), whom the pages show as the resident. */
  own: Me | null
  /** Goes up when another person uses the device: what was fetched for the one before is void. */
  turn: number
  /** Why I could not be asked for; null once I was. */
  failure: Failure | null
  /** The community that a guest chose to look at. */
  guestCommunityId: string | null
  /** The community on which a person with duties works at the moment. */
  workCommunityId: string | null
}

const guestKey = 'session.guestCommunity'
const workKey = 'session.workCommunity'

/** Who uses the app. */
export const useSession = create<Session>(() => ({
  status: 'unknown',
  me: null,
  own: null,
  turn: 0,
  failure: null,
  guestCommunityId: readStored<string>(guestKey),
  workCommunityId: readStored<string>(workKey),
}))

/** Milliseconds for which the last answer is taken to hold: a duty or a home is given while the app is open. */
const heldMs = 30_000
let askedAt = 0

/** Asks the server who I am. Keeps what is known when there is no network. */
export const loadMe = async (): Promise<void> => {
  askedAt = Date.now()
  const { turn } = useSession.getState()
  const reply = await call('community.me', {})
  // Somebody signed in while this was asked: it speaks of the one before, and must not sign out the new one.
  if (turn !== useSession.getState().turn) return
  if (reply.ok) {
    if (reply.data.residency) forgetGuestCommunity()
    useSession.setState({ status: 'member', own: reply.data, me: shownAs(reply.data), failure: null })
  } else if (reply.code === 'UNAUTHENTICATED') signOut()
  else useSession.setState({ failure: reply })
}

/** The app or one of its tabs is shown: somebody may have decided meanwhile. Either way, as a clock can be put back. */
export const refreshMe = (): void => {
  if (useSession.getState().status !== 'guest' && Math.abs(Date.now() - askedAt) > heldMs) void loadMe()
}

/** Asks who I am, and again once there is a network if there was none; once, when the app starts. */
export const startSession = (): void => {
  void loadMe()
  onNetworkBack(() => void (useSession.getState().failure && loadMe()))
}

/** From now on this device is this person's. */
export const signIn = async (token: string): Promise<void> => {
  forgetPerson()
  keepToken(token)
  useSession.setState(({ turn }) => ({ turn: turn + 1 }))
  await loadMe()
}

export const signOut = (): void => {
  forgetPerson()
  useSession.setState({ status: 'guest' })
}

watchRefusals(signOut)

export const chooseGuestCommunity = (communityId: string): void => {
  store(guestKey, communityId)
  useSession.setState({ guestCommunityId: communityId })
}

export const chooseWorkCommunity = (communityId: string): void => {
  store(workKey, communityId)
  useSession.setState({ workCommunityId: communityId })
}

/** The communities that my duties reach, each once. */
export const workCommunities = (me: Me | null): Community[] => {
  const byId = new Map((me?.duties ?? []).flatMap((duty) => duty.communities.map((one) => [one.id, one])))
  return [...byId.values()]
}

/** The one I work on: the one I chose if my duties still reach it, else the first. */
export const workCommunity = (session: Pick<Session, 'me' | 'workCommunityId'>): Community | null => {
  const all = workCommunities(session.me)
  return all.find((one) => one.id === session.workCommunityId) ?? all[0] ?? null
}

/** The community that somebody looks at: the own one, else a chosen one, else where he or she works. */
export const communityShown = (
  session: Pick<Session, 'me' | 'workCommunityId' | 'guestCommunityId'>,
): string | null =>
  session.me?.residency?.community.id ?? session.guestCommunityId ?? workCommunity(session)?.id ?? null

/** A resident looks at the own community. */
const forgetGuestCommunity = () => {
  forget(guestKey)
  useSession.setState({ guestCommunityId: null })
}

const forgetPerson = () => {
  stopActing()
  const hadToken = readToken() !== null
  forgetToken()
  forgetIntents()
  forgetAnswers()
  forgetUnread()
  if (hadToken) forgetKept()
  const { turn } = useSession.getState()
  useSession.setState({
    status: 'unknown',
    me: null,
    own: null,
    failure: null,
    turn: hadToken ? turn + 1 : turn,
  })
}

/** A helper sees what the resident would see, without the duties that are the helper's own. */
const shownAs = (own: Me | null): Me | null => {
  const { session } = useActing.getState()
  return own && session ? residentIn(session) : own
}

const residentIn = ({ name, building, unit, ...of }: ProxySession): Me => ({
  name,
  residency: {
    community: { id: of.communityId, name: of.communityName, streetName: '', phone: of.communityPhone },
    ...{ building, unit, room: '' },
  },
  duties: [],
  deskUntil: null,
})

/** Another name from here on: nothing that was asked or written in the one before is taken along. */
useActing.subscribe(({ session }, before) => {
  if (session?.id === before.session?.id) return
  forgetActed()
  forgetUnread()
  useSession.setState(({ turn, own }) => ({ turn: turn + 1, me: shownAs(own) }))
})
