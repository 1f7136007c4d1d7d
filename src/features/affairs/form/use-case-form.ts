import { useState } from 'react'
import { useSession } from '@/services/session'
import { useKept } from '@/services/use-kept'
import { casePhotos, usePhotos, type Photos } from '@/ui/photos/use-photos'
import {
  emptyDraft,
  problemsOf,
  suggestedPlace,
  type CaseDraft,
  type CaseForm,
  type CaseInput,
  type Kind,
  type Problem,
} from './case-draft'
import { useSubmit } from './use-submit'

export interface CaseWriting {
  form: CaseForm
  kind: Kind
  draft: CaseDraft
  place: CaseInput['place'] | null
  photos: Photos
  /** Words for what is missing, once somebody tried to send. */
  problems: Partial<Record<Problem, string>>
  /** Why the last try did not work; null when nothing is wrong. */
  trouble: string | null
  busy: boolean
  /** It was sent and nobody knows whether it arrived: nothing can be changed until that is known. */
  unsure: boolean
  change: (fields: Partial<Omit<CaseDraft, 'unsure' | 'photos'>>) => void
  restart: () => void
  submit: () => Promise<void>
}

/** Writing one case and sending it once, however often somebody taps and whatever the network does. */
export const useCaseForm = (form: CaseForm, kind: Kind): CaseWriting => {
  const kept = useKept<CaseDraft>(`case.${kind}`, emptyDraft)
  const photos = usePhotos(
    () => kept.read().photos,
    (all) => kept.change({ photos: all }),
    casePhotos,
  )
  const residency = useSession((session) => session.me?.residency ?? null)
  const home = residency?.community.id === form.communityId ? residency : null
  // A place of another community is none of this form's.
  const chosen = form.compounds.some(({ name }) => name === kept.value.place?.compound)
  const place = chosen ? kept.value.place : suggestedPlace(form, home, kind)
  const [checked, setChecked] = useState(false)
  const sending = useSubmit({ kept, photos, place, of: { communityId: form.communityId, kind } })

  return {
    form,
    kind,
    draft: kept.value,
    place,
    photos,
    problems: checked ? Object.fromEntries(problemsOf(kept.value, place)) : {},
    trouble: sending.trouble,
    busy: sending.busy,
    unsure: kept.value.unsure !== null && !sending.busy,
    change: kept.change,
    restart: () => {
      kept.read().photos.forEach(({ key }) => photos.remove(key))
      setChecked(false)
      sending.forgetTrouble()
      kept.restart()
    },
    submit: () => {
      setChecked(true)
      return sending.submit()
    },
  }
}
