import { inviteToDistrict } from '../duties/operator'
import type { Handler } from '../kit/handler'

/** The operator's command; docs/operator/部署.md says when. */
export const inviteDistrict: Handler<'jobs.inviteDistrict'> = (input, { db, now }) =>
  inviteToDistrict(db, now, input)
