import { householdIdOf, households, householdsById } from '../community/roster'
import { nameOfPlace } from '../community/read'
import type { Input } from '../contract'
import { audits } from '../kit/audit'
import type { Context, Handler } from '../kit/handler'
import { chinaDay } from '../kit/time'
import type { Tx } from '../kit/transact'
import { codeExpiry, codeFor, codeHash } from './codes'
import { byRoom } from './rules'
import { paperCodes, type PaperCode } from './store'

type Issuing = Context<'residency.issueCodes'>

/**
 * New codes for flats of a unit, all of them or none, with an audit row that holds no code. One round trip for each
 * flat, and seven more; a repeat shows the same codes again.
 */
export const issueCodes: Handler<'residency.issueCodes'> = async (input, context) => {
  const { me, db, fail } = context
  const { communityId, building, unit, requestId } = input
  const rooms = input.rooms.map((room) => ({
    room,
    id: householdIdOf(communityId, { building, unit, room }),
  }))
  const ids = rooms.map(({ id }) => id)
  const [known, communityName] = await Promise.all([
    db.list(households, householdsById(ids)),
    nameOfPlace(db, communityId),
  ])
  if (known.length < ids.length) return fail('ROOM_NOT_ON_ROSTER')
  const slips = rooms.map(({ room, id }) => ({ room, id, code: codeFor(me.memberId, requestId, id) }))
  const expiresAt = await db.transact((tx) => write(tx, slips, input, context))
  return {
    communityName,
    building,
    unit,
    expiresOn: chinaDay(new Date(expiresAt)),
    slips: slips.map(({ room, code }) => ({ room, code })).sort(byRoom),
  }
}

/** @returns when they end, also for a repeat */
async function write(
  tx: Tx,
  slips: ReadonlyArray<{ room: string; id: string; code: string }>,
  { communityId, building, unit, rooms }: Input<'residency.issueCodes'>,
  { me, now, fail, effectId, inputHash }: Issuing,
): Promise<string> {
  const sheet = effectId('a')
  const earlier = await tx.find(audits, sheet)
  if (earlier) return earlier.inputHash === inputHash ? String(earlier.after.expiresAt) : fail('CONFLICT')
  const expiresAt = codeExpiry(now)
  const at = now.toISOString()
  const issued = { communityId, building, unit, issuedAt: at, expiresAt, issuedBy: me.memberId, sheet }
  for (const { room, id, code } of slips)
    await tx.put(paperCodes, paperOf(id, room, codeHash(id, code), issued))
  await tx.insert(audits, {
    _id: sheet,
    schemaVersion: 1,
    communityId,
    actor: me.memberId,
    action: 'residency.issueCodes',
    document: `${communityId}:${building}-${unit}`,
    inputHash,
    at,
    before: {},
    after: { rooms, expiresAt },
  })
  return expiresAt
}

type Issued = Pick<
  PaperCode,
  'communityId' | 'building' | 'unit' | 'issuedAt' | 'expiresAt' | 'issuedBy' | 'sheet'
>

const paperOf = (_id: string, room: string, hash: string, issued: Issued): PaperCode => ({
  ...issued,
  _id,
  schemaVersion: 1,
  room,
  hash,
  usedAt: null,
  usedBy: null,
})
