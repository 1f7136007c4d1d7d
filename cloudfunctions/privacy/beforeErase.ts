import { openCasesCount } from '../affairs/read'
import { nameOfPlace } from '../community/read'
import { placeName } from '../community/rules'
import { dutiesOf } from '../duties/read'
import type { Handler } from '../kit/handler'
import { seatsOf } from '../meetings/read'
import { hasRegistration } from '../party/read'
import { pointsOf } from '../points/read'

/** What goes with my account, what stays, and what stands in the way. Eight round trips at most. */
export const beforeErase: Handler<'privacy.beforeErase'> = async (_input, { me, now, db }) => {
  const { memberId, residency } = me
  const [points, signUps, cases, duties, registration, community] = await Promise.all([
    pointsOf(db, memberId, now),
    seatsOf(db, memberId),
    openCasesCount(db, memberId),
    dutiesOf(db, me),
    residency ? hasRegistration(db, memberId, residency.communityId) : false,
    residency ? nameOfPlace(db, residency.communityId) : '',
  ])
  return {
    ...{ points: points.available, redemptions: points.toPickUp },
    ...{ signUps, cases, duties, registration },
    residence: residency && `${community} ${placeName(residency)} ${residency.room}`,
  }
}
