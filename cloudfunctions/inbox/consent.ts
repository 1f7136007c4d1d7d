import type { Context } from '../kit/handler'
import { noteConsentOnce } from '../privacy/post'

/** The question about reminders as it is worded now. */
const version = 1

/** Somebody agreed to reminders through WeChat, or wants none any more. A repeat leaves what is there. One round trip. */
export const noteReminders = (
  { me, db, now, effectId }: Pick<Context<'inbox.allow'>, 'me' | 'db' | 'now' | 'effectId'>,
  given: boolean,
): Promise<boolean> =>
  noteConsentOnce(db, {
    ...{ memberId: me.memberId, kind: 'reminders', version, given },
    ...{ at: now.toISOString(), event: effectId('q') },
  })
