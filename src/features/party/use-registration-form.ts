import { useState } from 'react'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { useKept } from '@/services/use-kept'
import { offerMessage, useMessageTemplates } from '@/services/wechat-messages'
import {
  applicationOf,
  problemsOf,
  type RegistrationDraft,
  type RegistrationProblems,
} from './registration-draft'
import type { MyRegistration } from './registration-words'

export interface RegistrationForm {
  draft: RegistrationDraft
  agreed: boolean
  /** Words for the fields, once somebody tried to send. */
  problems: RegistrationProblems
  busy: boolean
  /** Why the last try did not work; null when nothing is wrong. */
  trouble: string | null
  change: (fields: Partial<RegistrationDraft>) => void
  agree: (agreed: boolean) => void
  send: () => Promise<void>
}

interface Wishes {
  onDone: (registration: MyRegistration) => void
  /** It turned out to stand otherwise. */
  reload: () => Promise<void>
}

const empty: RegistrationDraft = { branch: '', phone: '' }

/** An application. What is filled in is kept on the device until it is sent; the consent is given each time anew. */
export const useRegistrationForm = ({ onDone, reload }: Wishes): RegistrationForm => {
  const kept = useKept('party.registration', empty)
  const [agreed, setAgreed] = useState(false)
  const [checked, setChecked] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { busy, run } = useAction('party.apply')
  useMessageTemplates()
  const send = async () => {
    setTrouble(null)
    setChecked(true)
    const draft = kept.read()
    // The field may be out of sight: what is missing is said where the finger is.
    const [problem] = Object.values(problemsOf(draft, agreed))
    if (problem) return toast(problem)
    offerMessage('party')
    const reply = await run(applicationOf(draft))
    if (!reply) return
    if (reply.ok) {
      kept.restart()
      setAgreed(false)
      setChecked(false)
      toast('报到交上去了，等社区核对')
      return onDone(reply.data)
    }
    setTrouble(sentenceOf(reply))
    if (reply.code === 'ALREADY_REGISTERED') await reload()
  }
  const problems = checked ? problemsOf(kept.value, agreed) : {}
  return {
    draft: kept.value,
    agreed,
    problems,
    busy,
    trouble,
    change: kept.change,
    agree: setAgreed,
    send,
  }
}
