import type { Output } from '@contract/index'

/** What the host's screen shows. */
export type Host = Output<'meetings.host'>
/** Somebody on the host's list. */
export type Attendee = Host['people'][number]
