import { limits } from '../contract/limits'
import { codeIn, linkTo } from '../kit/links'
import { readStep, stepsFrom as rotatingSteps, type CodeStep } from '../kit/rotating'

/** To come in or to go out. */
export type CodeKind = 'in' | 'out'

const { stepSeconds, stepsAhead } = limits.party
const activityCode = { purpose: 'activity', stepSeconds, stepsAhead }
const page = 'features/party/check-in'

/** The present step and the next ones of an activity's code. */
export const stepsFrom = (kind: CodeKind, activityId: string, now: Date): CodeStep[] =>
  rotatingSteps(activityCode, `${kind}.${activityId}`, now, (code) => linkTo(page, code))

/** Reads what was scanned. @returns the activity, or why not */
export function readCode(
  kind: CodeKind,
  text: string,
  now: Date,
): { activityId: string } | 'CHECK_IN_CODE_WRONG' | 'CHECK_IN_CODE_OUTDATED' {
  const read = readStep(activityCode, codeIn(text), now)
  if (read === 'outdated') return 'CHECK_IN_CODE_OUTDATED'
  const activityId = activityIn(text)
  return read === 'wrong' || !activityId || read.subject !== `${kind}.${activityId}`
    ? 'CHECK_IN_CODE_WRONG'
    : { activityId }
}

/**
 * The activity that a text names, whether it is a good code or not: to look for what an earlier call did with it.
 * @returns null for a text of another shape
 */
export const activityIn = (text: string): string | null =>
  /^(?:in|out)\.(v_[\w-]{22})\./.exec(codeIn(text))?.[1] ?? null
