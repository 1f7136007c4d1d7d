import type { Output } from '../contract'
import { reasonOf } from './rules'
import type { Check } from './store'

type View = Output<'safety.pass'>

/** Something held as those who decide see it: nothing of who wrote it. */
export const heldView = (check: Check, links: ReadonlyMap<string, string>): View => ({
  id: check._id,
  kind: check.kind,
  state: check.state,
  texts: check.texts,
  photoUrl: (check.photoId && links.get(check.photoId)) ?? null,
  heldAt: check.heldAt,
  reason: reasonOf(check),
  version: check.version,
})
