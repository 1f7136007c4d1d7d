import type { Input } from '../contract'
import { limits } from '../contract/limits'
import type { Context, Handler } from '../kit/handler'
import { pauseBefore, sleep } from '../kit/retry'
import { chinaDay } from '../kit/time'
import { compoundsAndGrids, type Compound, type Grids } from '../territory/read'
import { newCase, type Origin } from './newCase'
import { photos } from './photos'
import { handedInOn } from './queries'
import { replyToReporter } from './replies'
import { layerOf } from './rules'
import { cases, type Case } from './store'

/** Of one person's submissions at the same moment one gets each slot of the day; the others look again. */
const looks = 2 * limits.case.perDay

/**
 * Opens a case. Its document is its own audit row, and a repeat of the request finds it. Five round trips, one more
 * with photos, and two for each clash with another of one's own at the same moment.
 */
export const submit: Handler<'affairs.submit'> = async (input, context) => {
  const { me, db, fail, inputHash } = context
  // Whoever helps would know whose it is.
  if (me.by && input.identity === 'anonymous') return fail('INVALID_INPUT', 'identity')
  const id = context.effectId('c')
  const { compounds, grids } = await compoundsAndGrids(db, input.communityId)
  const wrong = whyNotHere(input, compounds)
  if (wrong === 'communityId') return fail('NOT_FOUND')
  if (wrong) return fail('INVALID_INPUT', wrong)
  const photoIds = input.photos.map(({ photoId }) => photoId)
  if (!(await photos.areOf(db, me.memberId, photoIds))) return fail('INVALID_INPUT', 'photos')
  const kase = await open(id, input, gridOf(input, grids), context)
  // The same request id with another input is a mistake of the client, never a second case.
  if (kase.inputHash !== inputHash) return fail('CONFLICT')
  return replyToReporter(kase, context)
}

/** The field that names what is not there; null when all is. */
function whyNotHere({ place }: Input<'affairs.submit'>, compounds: readonly Compound[]): string | null {
  if (compounds.length === 0) return 'communityId'
  const compound = compounds.find(({ name }) => name === place.compound)
  if (!compound) return 'place.compound'
  return place.building === null || compound.buildings.includes(place.building) ? null : 'place.building'
}

/** The grid of the building, of the layer that the category picks. */
function gridOf({ category, place }: Input<'affairs.submit'>, grids: Grids): Origin['grid'] {
  const layer = layerOf[category]
  const grid = place.building === null ? null : grids(place.building, layer)
  return grid && { ...grid, layer }
}

async function open(
  id: string,
  input: Input<'affairs.submit'>,
  grid: Origin['grid'],
  { me, now, db, fail, inputHash, random, wechat }: Context<'affairs.submit'>,
): Promise<Case> {
  const sealed = wechat.sealCaller()
  const today = chinaDay(now)
  for (let look = 0; look < looks; look += 1) {
    const begun = performance.now()
    const [earlier, handedIn] = await Promise.all([
      db.read(cases, id),
      db.list(cases, handedInOn(me.memberId, today)),
    ])
    if (earlier) return earlier
    if (handedIn.length >= limits.case.perDay) return fail('TOO_MANY_CASES')
    // A slot that another took in between, or a receipt number that exists, is refused by a unique index.
    const slot = handedIn.length + 1
    const fresh = newCase(input, me, { id, inputHash, now, slot, salt: look, grid, sealed })
    if (await db.insert(cases, fresh)) return fresh
    await sleep(pauseBefore(look, random(), performance.now() - begun))
  }
  return fail('CONFLICT')
}
