import type { Output } from '@contract/index'
import type { Filter } from '../../localcloud/engine/types'
import { callerAt, newRequestId, type Caller } from '../support/caller'
import type { TestCloud } from '../support/cloud'

export const minute = 60_000
export const hour = 60 * minute

export type Opened = Output<'desk.open'>

/** A web page shows a QR. */
export const opened = (cloud: Pick<TestCloud, 'guest'>): Promise<Opened> =>
  cloud.guest().get('desk.open', { browser: 'chrome', system: 'windows' })

/** What the QR of a web page holds. */
export const codeOf = ({ link }: Opened): string => /[?&]code=([^&#]+)$/.exec(link)?.[1] ?? ''

export const scan = (who: Caller, page: Opened) => who.call('desk.scan', { token: codeOf(page) })

export const confirm = (who: Caller, deskId: string, requestId = newRequestId()) =>
  who.call('desk.confirm', { requestId, deskId })

export const decline = (who: Caller, deskId: string, requestId = newRequestId()) =>
  who.call('desk.decline', { requestId, deskId })

export const end = (who: Caller, deskId: string | null, requestId = newRequestId()) =>
  who.call('desk.end', { requestId, deskId })

/** What the page that shows the QR is told. */
export const look = (cloud: Pick<TestCloud, 'guest'>, { deskId, secret }: Opened) =>
  cloud.guest().call('desk.look', { deskId, secret })

/** A page whose QR somebody scanned, and has not answered. */
export async function scanned(cloud: TestCloud, who: Caller): Promise<Opened> {
  const page = await opened(cloud)
  await who.get('desk.scan', { token: codeOf(page) })
  return page
}

/** Somebody signs a browser in. @returns the page, and who calls from it now */
export async function atDesk(cloud: TestCloud, who: Caller): Promise<{ page: Opened; desk: Caller }> {
  const page = await scanned(cloud, who)
  await who.get('desk.confirm', { requestId: newRequestId(), deskId: page.deskId })
  const ticket = await ticketOf(cloud, page)
  return { page, desk: callerAt(cloud.url, (await exchange(cloud, ticket)).access_token) }
}

export async function ticketOf(cloud: TestCloud, { deskId, secret }: Opened): Promise<string> {
  return (await cloud.guest().get('desk.look', { deskId, secret })).ticket ?? ''
}

/** What CloudBase gives for a ticket. */
export interface Tokens {
  access_token: string
  refresh_token: string
  expires_in: number
  sub: string
}

export const exchange = (cloud: { url: string }, ticket: string): Promise<Tokens> =>
  logIn(cloud, 'signin/custom', { provider_id: 'custom', ticket })

export const renew = (cloud: { url: string }, token: string): Promise<Tokens> =>
  logIn(cloud, 'token', { grant_type: 'refresh_token', refresh_token: token })

async function logIn({ url }: { url: string }, path: string, body: object): Promise<Tokens> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/auth/v1/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return (await response.json()) as Tokens
}

/** From now on the clocks of what desks go by are so far ahead. */
export const later = (cloud: TestCloud, ms: number) =>
  cloud.faults.set({ clockSkewMs: { desk: ms, jobs: ms, community: ms, affairs: ms, residency: ms } })

export interface StoredDesk {
  _id: string
  state: string
  memberId: string | null
  timeline: { event: string; actor: string }[]
}

export const storedDesks = async (cloud: TestCloud, filter: Filter = {}): Promise<StoredDesk[]> =>
  (await cloud.engine.find({ collection: 'desks', filter })) as unknown as StoredDesk[]

/** What must hold whatever happened: the members list exactly the desks whose documents say that they are in force. */
export async function expectSound(cloud: TestCloud): Promise<void> {
  const people = (await cloud.engine.find({ collection: 'members', filter: {} })) as unknown as {
    _id: string
    desks?: { id: string }[]
  }[]
  const listed = people.flatMap(({ _id, desks = [] }) => desks.map(({ id }) => `${_id} ${id}`))
  const inForce = (await storedDesks(cloud, { state: 'in_force' })).map(
    ({ _id, memberId }) => `${memberId} ${_id}`,
  )
  expect(listed.sort()).toEqual(inForce.sort())
}
