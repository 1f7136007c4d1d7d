import { members } from '../kit/actor'
import type { Handler } from '../kit/handler'
import { livingAt } from './queries'
import { personsView } from './views'

/** Two round trips. */
export const family: Handler<'proxy.family'> = async (_input, { me, db }) => ({
  persons: personsView(await db.list(members, livingAt(me.residency.householdId)), me.memberId),
})
