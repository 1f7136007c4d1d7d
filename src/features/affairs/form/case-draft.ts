import { limits } from '@contract/limits'
import type { Input, Output } from '@contract/index'
import { plainText } from '@/services/text'
import { homeSpot } from '@/ui/buildings/find-buildings'
import type { CaseCategory } from '@/ui/case-words'
import { categoryOf } from '@/ui/case-words'
import type { DraftPhoto } from '@/ui/photos/photo-queue'

/** What the form needs to know of a community. */
export type CaseForm = Output<'affairs.form'>
/** What is sent, but for the request id. */
export type CaseInput = Omit<Input<'affairs.submit'>, 'requestId'>
export type Kind = CaseInput['kind']
export type Identity = CaseInput['identity']

/** What somebody has written so far. */
export interface CaseDraft {
  text: string
  category: CaseCategory | null
  identity: Identity
  /** null until the person chooses another place than the one that the form suggests. */
  place: CaseInput['place'] | null
  photos: DraftPhoto[]
  /**
   * What was sent when no definite answer came: it may have arrived. Until that is known exactly this is sent
   * again, and nothing is changed.
   */
  unsure: CaseInput | null
}

export const emptyDraft: CaseDraft = {
  text: '',
  category: null,
  identity: 'masked',
  place: null,
  photos: [],
  unsure: null,
}

/** Whether there is anything to lose. */
export const isTouched = ({ text, category, photos, place }: CaseDraft): boolean =>
  text.trim() !== '' || category !== null || photos.length > 0 || place !== null

/** Where the person lives, as far as the form's community has it. */
interface Home {
  building: string
}

/** The place before anybody chose one: the box's compound, else that of the own building, else the only one. */
export const suggestedPlace = (form: CaseForm, home: Home | null, kind: Kind): CaseInput['place'] | null => {
  const atHome = home && homeSpot(form.compounds, home.building)
  const only = form.compounds.length === 1 ? form.compounds[0] : undefined
  const compound = form.compound ?? atHome?.compound ?? only?.name
  if (compound === undefined) return null
  // A suggestion is for the whole compound; what is broken is mostly near one's own door.
  const near = kind === 'report' && atHome && atHome.compound === compound
  return { compound, building: near ? atHome.building : null, note: '' }
}

export type Problem = 'photos' | 'text' | 'category' | 'place'

/** What is still missing, in words, in the order of the form; empty when it can be sent. */
export const problemsOf = (draft: CaseDraft, place: CaseInput['place'] | null): [Problem, string][] => {
  const text = plainText(draft.text)
  const all: [Problem, string | null][] = [
    ['text', wordsMissing(draft, text)],
    ['category', draft.category === null ? '点一下是哪一类' : null],
    ['place', place === null ? '选一下在哪个小区' : null],
  ]
  return all.filter((one): one is [Problem, string] => one[1] !== null)
}

/** The draft as the server takes it; only for one without problems whose photos are all uploaded. */
export const inputOf = (
  draft: CaseDraft,
  place: CaseInput['place'],
  of: { communityId: string; kind: Kind },
): CaseInput => ({
  ...of,
  category: draft.category ?? 'other',
  identity: draft.identity,
  text: textOf(draft),
  place: { ...place, note: plainText(place.note) },
  photos: draft.photos.flatMap(({ photoId, takenAt }) => (photoId === null ? [] : [{ photoId, takenAt }])),
})

/** Fewer characters say nothing; the contract asks for as many. */
export const leastText = 4

const wordsMissing = ({ photos }: CaseDraft, text: string): string | null => {
  if (text.length > limits.case.textLength) return `最多写 ${limits.case.textLength} 个字`
  if (text.length >= leastText || (text.length === 0 && photos.length > 0)) return null
  return photos.length > 0 ? '再多写几个字，或者不写' : '写几句，或者拍张照片'
}

/** A photo says it all: who writes nothing need not. */
const textOf = ({ text, category }: CaseDraft): string =>
  plainText(text) || `${categoryOf(category ?? 'other').text}方面的问题，请看照片`
