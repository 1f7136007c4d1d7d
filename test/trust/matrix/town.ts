import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { householdIdOf } from '../../../cloudfunctions/community/roster'
import type { Role } from '@contract/access'
import { memberIdOf } from '../../../cloudfunctions/kit/ids'
import type { StoredDocument } from '../../../localcloud/engine/types'
import { application, verify } from '../../party/story'
import { callerAt, newTokens } from '../../support/caller'
import { startTestCloud, type Caller, type TestCloud } from '../../support/cloud'
import { marks } from './marks'

/** Where somebody's place lies, seen from the community that all documents of the matrix belong to. */
export const scopes = ['own', 'sibling', 'parent', 'foreign'] as const
export type Scope = (typeof scopes)[number]

/**
 * All documents are of 平安里社区. The id of its sibling is the beginning of its own id, so that a comparison of ids
 * without their dots shows; the foreign place is another street.
 */
export const placeOf: Record<Scope, string> = {
  own: 'wendeng.tianfu.pinganli',
  sibling: 'wendeng.tianfu.pingan',
  parent: 'wendeng.tianfu',
  foreign: 'wendeng.longshan',
}

/** Where the residents of a place live. */
const homeIn: Record<Exclude<Scope, 'parent'>, string> = {
  own: placeOf.own,
  sibling: placeOf.sibling,
  foreign: 'wendeng.longshan.hexie',
}

/** The columns of the tables, and of each the places in which there is somebody; none: one person in all. */
export const columns = {
  /** Nobody in particular. */
  guest: [],
  /** Signed in and not registered. */
  visitor: [],
  /** A worker of the own community until yesterday, and again from tomorrow on. */
  off: [],
  /** To whom the documents belong: a resident, registered with the community. */
  owner: [],
  resident: ['own', 'sibling', 'foreign'],
  /** A resident who is registered with the own community (双报到). */
  registered: ['own', 'sibling', 'foreign'],
  worker: scopes,
  steward: scopes,
  street: scopes,
  grid: scopes,
  property: scopes,
  /** The community's secretary. */
  lead: scopes,
  /** A building leader: of unit 1 of building 5, where the owner and all neighbours do not live. */
  leader: ['own', 'sibling', 'foreign'],
  /** Staff of the whole district. */
  district: [],
  /** The grid worker of the own community to whom cases were dispatched. */
  handler: [],
  /** A timer, or the operator. */
  timer: [],
} as const satisfies Record<string, readonly Scope[]>

export type Column = keyof typeof columns

export const roleOf = {
  worker: 'community_worker',
  steward: 'service_steward',
  street: 'street_staff',
  grid: 'grid_worker',
  property: 'property_staff',
  lead: 'community_lead',
  leader: 'building_leader',
} as const satisfies Partial<Record<Column, Role>>

/** Somebody who tries every action. */
export interface Person {
  column: Column
  scope: Scope | null
  /** `worker parent` */
  name: string
  send: Caller['send']
}

/** A cloud with everybody in it. */
export interface Town {
  cloud: TestCloud
  people: Person[]
  /** Whoever owns the documents. */
  owner: Caller
  /** The worker who makes the documents; not one of those who try. */
  chen: Caller
  /** The worker of the own community among those who try: for what is nobody's but one's own. */
  worker: Caller
  /** The member id of the column `handler`. */
  handlerId: string
  /** Another resident of the community, with points. */
  neighbour(): Promise<Caller>
  /** The lines that the gateway wrote for each request. */
  requests: string[]
  /** Keys that nothing may show. */
  keys: string[]
}

type Keys = Record<'token' | 'storage' | 'secretId' | 'secretKey' | 'operator', string> & {
  secrets: Record<string, string>
}

const day = 86_400_000
const instant = (ms: number) => new Date(Date.now() + ms).toISOString()

export async function newTown(): Promise<Town> {
  const requests: string[] = []
  const cloud = await startTestCloud({ onTrace: (line) => requests.push(line) })
  const keys = JSON.parse(readFileSync(join(cloud.directory, 'keys.json'), 'utf8')) as Keys
  // The members that are written here must be those whom the functions find.
  process.env.JINLIN_KEY = keys.secrets.JINLIN_KEY
  await cloud.engine.insert('places', otherPlaces)
  const chen = await cloud.staff('chen')
  const owner = await newOwner(cloud, chen)
  const { documents, people } = everybody(cloud, owner)
  await cloud.engine.insert('members', documents)
  return {
    cloud,
    people,
    owner,
    chen,
    worker: callerAt(cloud.url, cloud.signIn(openIdOf('worker own'))),
    handlerId: memberIdOf(openIdOf('handler')),
    neighbour: async () => (await cloud.residents(1, 500))[0]!,
    requests,
    keys: [keys.token, keys.storage, keys.secretKey, keys.operator, ...Object.values(keys.secrets)],
  }
}

const place = (_id: string, kind: string, name: string) => ({
  ...{ _id, schemaVersion: 1, kind, name },
  phone: '0631-0000199',
})

const otherPlaces: StoredDocument[] = [
  place(placeOf.sibling, 'community', '平安社区'),
  place(placeOf.foreign, 'street', '龙山街道'),
  place(homeIn.foreign, 'community', '和谐社区'),
]

/** A resident with points whose name, door, phone and branch are marked, registered as anybody is. */
async function newOwner(cloud: TestCloud, chen: Caller): Promise<Caller> {
  const [token = ''] = await newTokens(cloud.url, 1, 500)
  const openId = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()
  marks.openId.text = openId
  await cloud.engine.modify({
    ...{ collection: 'members', filter: { _id: memberIdOf(openId) } },
    change: { $set: { name: marks.name.text, 'residency.room': marks.room.text } },
    ...{ replace: false, upsert: false, multi: false },
  })
  const owner = callerAt(cloud.url, token)
  const { branch, phone } = marks
  const { id } = await owner.get('party.apply', {
    ...application(),
    ...{ branch: branch.text, phone: phone.text },
  })
  await verify(chen, id)
  return owner
}

/** The openid of somebody of the town, by the name of the cell. */
export const openIdOf = (name: string) => `matrix-${name.replace(' ', '-')}`

function everybody(cloud: TestCloud, owner: Caller): { documents: StoredDocument[]; people: Person[] } {
  const documents: StoredDocument[] = []
  const people: Person[] = []
  for (const column of Object.keys(columns) as Column[]) {
    const there: readonly Scope[] = columns[column]
    for (const scope of there.length > 0 ? there : [null]) {
      const name = scope ? `${column} ${scope}` : column
      const document = memberOf(openIdOf(name), column, scope)
      if (document) documents.push(document)
      people.push({ column, scope, name, send: senderOf(cloud, owner, column, name) })
    }
  }
  return { documents, people }
}

function senderOf(cloud: TestCloud, owner: Caller, column: Column, name: string): Caller['send'] {
  if (column === 'owner') return closedOr(owner)
  if (column === 'guest') return closedOr(cloud.guest())
  if (column !== 'timer') return closedOr(callerAt(cloud.url, cloud.signIn(openIdOf(name))))
  return async (action, input) => {
    const [domain = '', rest] = action.split('.')
    const reply = await cloud.invoke(domain, { action: rest, input })
    return reply as Awaited<ReturnType<Caller['send']>>
  }
}

/** What is closed to clients altogether has no envelope: the gateway itself refuses. */
const closedOr =
  ({ send }: Caller): Caller['send'] =>
  (action, input) =>
    send(action, input).catch((error: unknown) => {
      if (String(error).includes('HTTP 403')) return { ok: false, code: 'CLOSED' }
      throw error
    })

/** @returns null for whom the product knows nothing of, or who was made before */
function memberOf(openId: string, column: Column, scope: Scope | null): StoredDocument | null {
  if (['guest', 'visitor', 'owner', 'timer'].includes(column)) return null
  const residency =
    column === 'resident' || column === 'registered' ? residencyIn(scope as keyof typeof homeIn) : null
  return {
    _id: memberIdOf(openId),
    schemaVersion: 2,
    name: '周平',
    residency,
    registration:
      column === 'registered' && residency
        ? { communityId: residency.communityId, since: instant(-day) }
        : null,
    appointments: appointmentsOf(column, scope),
    unread: 0,
    pickupTries: { left: 5, windowEndsAt: instant(-day) },
    createdAt: instant(-2 * day),
  }
}

function residencyIn(scope: keyof typeof homeIn) {
  const communityId = homeIn[scope]
  const door = { building: '5', unit: '1', room: '101' }
  return {
    ...{ communityId, ...door, verifiedAt: instant(-day) },
    householdId: householdIdOf(communityId, door),
  }
}

const ofLeader = { building: '5', units: ['1'] }

function appointmentsOf(column: Column, scope: Scope | null) {
  const duty = (role: Role, placeId: string, from = -2 * day, until: number | null = null) => ({
    ...{ role, placeId, from: instant(from) },
    until: until === null ? null : instant(until),
  })
  if (column === 'district') return [duty('district_staff', 'wendeng')]
  if (column === 'handler') return [duty('grid_worker', placeOf.own)]
  if (column === 'off')
    return [duty('community_worker', placeOf.own, -2 * day, -day), duty('community_worker', placeOf.own, day)]
  if (column === 'leader' && scope) return [{ ...duty('building_leader', placeOf[scope]), within: ofLeader }]
  return column in roleOf && scope ? [duty(roleOf[column as keyof typeof roleOf], placeOf[scope])] : []
}
