import { maskedName } from '../community/rules'
import type { Output } from '../contract'
import type { Audit } from '../kit/audit'
import { mayAskCopy } from './rules'
import type { Consent, Copy } from './store'

type Home = Output<'privacy.home'>
type Sighting = Home['seen'][number]
type AuditRow = Output<'privacy.audit'>['rows'][number]

export const copyView = (copy: Copy, now: Date): NonNullable<Home['copy']> => ({
  state: copy.state,
  askedAt: copy.askedAt,
  expiresAt: copy.state === 'ready' || copy.state === 'fetched' ? copy.expiresAt : null,
  bytes: copy.files.reduce((sum, { bytes }) => sum + bytes, 0),
  mayAsk: mayAskCopy(copy, now) && copy.state !== 'asked' && copy.state !== 'building',
})

export const consentView = ({ kind, version, given, at }: Consent): Home['consents'][number] => ({
  kind,
  version,
  given,
  at,
})

/** Who saw my data: a role and a place, no name. */
export const sightingView = ({ at, after }: Audit, placeName: string): Sighting => ({
  at,
  placeName,
  role: textOf(after.role),
  kind: after.kind as Sighting['kind'],
  reason: after.reason as Sighting['reason'],
  words: textOf(after.words),
})

/** @param names of members by id */
export const auditView = (row: Audit, names: ReadonlyMap<string, string>): AuditRow => ({
  at: row.at,
  action: row.action,
  actor: { id: row.actor, name: names.get(row.actor) ?? '' },
  subject: row.subject ? { id: row.subject, name: maskedName(names.get(row.subject) ?? '') } : null,
  reason: textOf(row.after.reason),
  words: textOf(row.after.words),
})

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
