import { sameText, sign } from './keys'

/** One step of a rotating code. */
export interface CodeStep {
  qr: string
  validFrom: string
  validUntil: string
}

/** What kind of code it is; a code of one kind is worthless as another. */
export interface RotatingCode {
  /** Purpose of the signature. */
  purpose: string
  /** Seconds that one step lasts. */
  stepSeconds: number
  /** Steps handed out at once: the page that shows them holds no key and needs no network meanwhile. */
  stepsAhead: number
}

/**
 * The present step and the next ones of a code.
 * @param subject what the code stands for: words, digits, dots and dashes
 * @param shown what the QR holds around the code, e.g. a link
 */
export function stepsFrom(
  code: RotatingCode,
  subject: string,
  now: Date,
  shown: (text: string) => string,
): CodeStep[] {
  const stepMs = code.stepSeconds * 1000
  const first = Math.floor(now.getTime() / stepMs)
  return Array.from({ length: code.stepsAhead }, (_, ahead) => ({
    qr: shown(`${subject}.${first + ahead}.${signatureOf(code, subject, first + ahead)}`),
    validFrom: new Date((first + ahead) * stepMs).toISOString(),
    validUntil: new Date((first + ahead + 1) * stepMs).toISOString(),
  }))
}

/**
 * Reads a code without what was shown around it. The present step and the one before it are good, by the server's
 * clock.
 * @returns what it stands for, or why it is not good
 */
export function readStep(
  code: RotatingCode,
  text: string,
  now: Date,
): { subject: string } | 'wrong' | 'outdated' {
  const [, subject = '', step = '', signature = ''] =
    /^([\w.-]{1,120})\.(\d{1,12})\.([\w-]{22})$/.exec(text) ?? []
  if (!sameText(signature, signatureOf(code, subject, Number(step)))) return 'wrong'
  const age = Math.floor(now.getTime() / (code.stepSeconds * 1000)) - Number(step)
  return age === 0 || age === 1 ? { subject } : 'outdated'
}

const signatureOf = ({ purpose }: RotatingCode, subject: string, step: number): string =>
  sign(purpose, `${subject}:${step}`).toString('base64url').slice(0, 22)
