import { useRef, useState } from 'react'
import { replace } from '@/services/go'
import { sentenceOf } from '@/services/messages'
import { buzz } from '@/services/platform/device'
import { toast } from '@/services/toast'
import { mayChangeAfter } from '@/services/unsure'
import { perform } from '@/services/use-action'
import type { Kept } from '@/services/use-kept'
import { offerMessage, useMessageTemplates } from '@/services/wechat-messages'
import { goneWords, type Photos } from '@/ui/photos/use-photos'
import { inputOf, problemsOf, type CaseDraft, type CaseInput, type Kind } from './case-draft'

interface Of {
  kept: Kept<CaseDraft>
  photos: Photos
  place: CaseInput['place'] | null
  of: { communityId: string; kind: Kind }
}

/** Sends a draft: first the photos that still wait, then the case itself. */
export const useSubmit = (sent: Of) => {
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  useMessageTemplates()
  const submit = async () => {
    if (running.current) return
    running.current = true
    if (isComplete(sent)) offerMessage('answer')
    setBusy(true)
    setTrouble(null)
    const why = await sendOnce(sent)
    running.current = false
    setBusy(false)
    if (why === null) return
    setTrouble(why)
    toast(why)
  }
  return { trouble, busy, submit, forgetTrouble: () => setTrouble(null) }
}

/** Nobody is asked anything for a form that is not sent. */
const isComplete = ({ kept, place }: Of): boolean =>
  place !== null && problemsOf(kept.read(), place).length === 0

/** @returns null when it was taken, else why not */
const sendOnce = async ({ kept, photos, place, of }: Of): Promise<string | null> => {
  const { unsure } = kept.read()
  let input = unsure
  if (!input) {
    const [problem] = problemsOf(kept.read(), place)
    if (problem || !place) return problem?.[1] ?? ''
    const lost = await photos.upload()
    if (lost) return `未提交，照片没有传完。${lost}`
    input = inputOf(kept.read(), place, of)
  }
  // From here on it may arrive: should the phone die now, exactly this is sent again.
  kept.change({ unsure: input })
  const reply = await perform('affairs.submit', input)
  if (reply.ok) {
    kept.restart()
    buzz()
    replace('case', { id: reply.data.id, new: '1' })
    return null
  }
  if (mayChangeAfter(reply, unsure !== null)) kept.change({ unsure: null })
  return `未提交。${photos.areGone(reply) ? goneWords : sentenceOf(reply)}`
}
