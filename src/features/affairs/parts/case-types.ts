import type { Output } from '@contract/index'

/** A case as its reporter sees it. */
export type OwnCase = Output<'affairs.mineShown'>
/** A case as those who work on it see it. */
export type StaffCase = Output<'affairs.show'>
export type TimelineRow = OwnCase['timeline'][number]
