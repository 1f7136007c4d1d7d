import { households } from '../community/roster'
import { bounds } from '../contract/residency-bounds'
import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { chinaDay } from '../kit/time'
import { boundByHousehold } from './bound'
import { byIds, doorsOf } from './queries'
import { byRoom, codeStateOf, inOrder } from './rules'
import { paperCodes, type PaperCode } from './store'

/** A building's units, and the flats of one. Four round trips. */
export const flats: Handler<'residency.flats'> = async (
  { communityId, building, unit: asked },
  { db, now },
) => {
  const doors = await db.list(households, doorsOf(communityId, building))
  const units = [...new Set(doors.map(({ unit }) => unit))].sort(inOrder).slice(0, bounds.unitsOfBuilding)
  const unit = asked ?? units[0] ?? null
  const there = doors
    .filter((door) => door.unit === unit)
    .sort(byRoom)
    .slice(0, bounds.flatsOfUnit)
  const ids = there.map(({ _id }) => _id)
  const [bound, codes] = await Promise.all([boundByHousehold(db, ids), codesOf(db, ids)])
  return {
    building,
    unit,
    units,
    flats: there.map(({ _id, room }) => {
      const code = codes.get(_id)
      const state = codeStateOf(code, now)
      const expiresOn = code && state === 'open' ? chinaDay(new Date(code.expiresAt)) : null
      return { room, bound: bound.get(_id)?.length ?? 0, code: state, expiresOn }
    }),
  }
}

async function codesOf(db: Database, ids: readonly string[]): Promise<Map<string, PaperCode>> {
  const found = ids.length > 0 ? await db.list(paperCodes, byIds(ids)) : []
  return new Map(found.map((code) => [code._id, code]))
}
