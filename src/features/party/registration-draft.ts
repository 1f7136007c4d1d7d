import { limits } from '@contract/limits'
import { oneLine } from '@/services/text'

/** What somebody fills in to register. The consent is not kept: it is given each time. */
export interface RegistrationDraft {
  branch: string
  phone: string
}

export interface RegistrationProblems {
  branch?: string
  phone?: string
  consent?: string
}

/** What must be mended before it can be sent; empty when nothing. */
export const problemsOf = ({ branch, phone }: RegistrationDraft, agreed: boolean): RegistrationProblems => ({
  ...(oneLine(branch) === '' ? { branch: '请写你所在的支部' } : {}),
  ...(/^1[3-9]\d{9}$/.test(phoneOf(phone)) ? {} : { phone: '请填 11 位手机号' }),
  ...(agreed ? {} : { consent: '看过上面的说明，同意了才能报到' }),
})

/** The draft as the server takes it; only for one without problems. */
export const applicationOf = ({ branch, phone }: RegistrationDraft) => ({
  branch: oneLine(branch),
  phone: phoneOf(phone),
  consent: limits.party.consentVersion,
})

/** People write 138 1234 5678. */
const phoneOf = (text: string): string => text.replace(/\D/g, '')
