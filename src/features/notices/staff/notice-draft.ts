import type { Input, Output } from '@contract/index'
import { limits } from '@contract/limits'
import { dayAfter } from '@/services/days'
import { oneLine, plainText } from '@/services/text'
import type { DraftPhoto } from '@/ui/photos/photo-queue'

type Publishing = Input<'notices.publish'>
type Audience = NonNullable<Publishing['audience']>

/** A notice as it is being written. */
export interface NoticeDraft extends Pick<Publishing, 'kind' | 'title' | 'text' | 'pinned' | 'shownUntil'> {
  audience: Audience['kind']
  /** As the list of the community names them. */
  chosenBuildings: string[]
  asksConfirm: boolean
  photos: DraftPhoto[]
}

/** A blank notice that is shown as long as most are. @param now milliseconds */
export const emptyNotice = (now: number): NoticeDraft => ({
  kind: 'notification',
  title: '',
  text: '',
  pinned: false,
  shownUntil: dayAfter(now, limits.notice.usualDays),
  audience: 'everyone',
  chosenBuildings: [],
  asksConfirm: false,
  photos: [],
})

/** The words of a notice that was refused, to be mended; its photos are chosen again. */
export const draftFrom = (notice: Output<'notices.staffShown'>): NoticeDraft => {
  const { kind, title, text, pinned, shownUntil, audience, asksConfirm } = notice
  const chosenBuildings = audience.kind === 'buildings' ? audience.buildings : []
  return {
    kind,
    title,
    text,
    pinned,
    shownUntil,
    audience: audience.kind,
    chosenBuildings,
    asksConfirm,
    photos: [],
  }
}

export type Problems = Partial<Record<keyof NoticeDraft, string>>

/** What is still wrong, in plain words. @param now milliseconds */
export function problemsOf(draft: NoticeDraft, now: number): Problems {
  const { title, text, shownUntil } = draft
  const chosen = buildingsProblem(draft)
  const inTime = shownUntil >= dayAfter(now, 0) && shownUntil <= dayAfter(now, limits.notice.maxDays)
  return {
    ...(oneLine(title) === '' ? { title: '请写标题' } : {}),
    ...(plainText(text) === '' ? { text: '请写内容' } : {}),
    ...(inTime ? {} : { shownUntil: '从今天到一年以内，选一天' }),
    ...(chosen ? { chosenBuildings: chosen } : {}),
  }
}

/** What is wrong with the buildings; undefined when nothing. */
const buildingsProblem = ({ audience, chosenBuildings }: NoticeDraft): string | undefined => {
  if (audience !== 'buildings') return undefined
  if (chosenBuildings.length === 0) return '请选楼栋'
  const { buildings: most } = limits.notice
  return chosenBuildings.length > most ? `最多选 ${most} 栋。更多的楼，就发给全社区` : undefined
}

type Said = Omit<Publishing, 'requestId' | 'communityId' | 'audience'>

/** What is sent, for whomever: a title of one line without blanks around it, the photos that are uploaded. */
export const saidOf = (draft: NoticeDraft): Said => {
  const { kind, title, text, pinned, shownUntil, asksConfirm, photos } = draft
  return {
    ...{ kind, pinned, shownUntil, asksConfirm },
    title: oneLine(title),
    text: plainText(text),
    photoIds: photos.flatMap(({ photoId }) => photoId ?? []),
  }
}

/** The same of a community's own, with whom it is for. */
export const publishingOf = (draft: NoticeDraft): Said & Pick<Publishing, 'audience'> => ({
  ...saidOf(draft),
  audience: audienceOf(draft),
})

function audienceOf(draft: NoticeDraft): Audience {
  if (draft.audience === 'buildings') return { kind: 'buildings', buildings: draft.chosenBuildings }
  return { kind: draft.audience }
}
