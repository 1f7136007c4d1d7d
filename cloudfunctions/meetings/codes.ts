import { limits } from '../contract/limits'
import { codeIn, linkTo } from '../kit/links'
import { readStep, stepsFrom as rotatingSteps, type CodeStep } from '../kit/rotating'

/** Whose code it is: the host's, which everybody there scans, or a member's own, which the host scans. */
export type CodeKind = 'host' | 'member'

const { stepSeconds, stepsAhead } = limits.meeting

const codeOf = (kind: CodeKind) => ({ purpose: `meeting-${kind}`, stepSeconds, stepsAhead })

/** The page that each kind leads to. */
const pageOf: Record<CodeKind, (meetingId: string) => string> = {
  host: () => 'features/meetings/check-in',
  member: (meetingId) => `features/meetings/host?id=${meetingId}`,
}

/**
 * The present step and the next ones.
 * @param subject for a member's code the sign-up, or the member who has none; for the host's the meeting again
 */
export const stepsFrom = (kind: CodeKind, meetingId: string, subject: string, now: Date): CodeStep[] =>
  rotatingSteps(codeOf(kind), `${meetingId}.${subject}`, now, (code) => linkTo(pageOf[kind](meetingId), code))

/** Reads what was scanned. @returns the meeting and the subject, or why not */
export function readCode(
  kind: CodeKind,
  text: string,
  now: Date,
): { meetingId: string; subject: string } | 'CHECK_IN_CODE_WRONG' | 'CHECK_IN_CODE_OUTDATED' {
  const read = readStep(codeOf(kind), codeIn(text), now)
  if (typeof read === 'string') return read === 'wrong' ? 'CHECK_IN_CODE_WRONG' : 'CHECK_IN_CODE_OUTDATED'
  return claimOf(text) ?? 'CHECK_IN_CODE_WRONG'
}

/**
 * What a text says it stands for, whether that is true or not: to look for what an earlier call did with it.
 * @returns null for a text of another shape
 */
export function claimOf(text: string): { meetingId: string; subject: string } | null {
  const [, meetingId, subject] = /^([\w-]{1,40})\.([\w-]{1,40})\./.exec(codeIn(text)) ?? []
  return meetingId && subject ? { meetingId, subject } : null
}
