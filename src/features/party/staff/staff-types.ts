import type { Output } from '@contract/index'

export type StaffActivity = Output<'party.staffActivities'>['activities'][number]
/** What the screen at the door shows. */
export type Host = Output<'party.host'>
/** Somebody on its list. */
export type Person = Host['people'][number]
