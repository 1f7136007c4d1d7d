import type { Input, Output } from '@contract/index'
import { limits } from '@contract/limits'
import { dayAfter } from '@/services/days'

type Publishing = Input<'notices.publish'>
type Audience = NonNullable<Publishing['audience']>

/** A notice as it is being written. */
export interface NoticeDraft extends Pick<Publishing, 'kind' | 'title' | 'text' | 'pinned' | 'shownUntil'> {
  audience: Audience['kind']
  /** As they are typed: 6、7、8. */
  buildings: string
  asksConfirm: boolean
}

/** A blank notice that is shown as long as most are. @param now milliseconds */
export const emptyNotice = (now: number): NoticeDraft => ({
  kind: 'notification',
  title: '',
  text: '',
  pinned: false,
  shownUntil: dayAfter(now, limits.notice.usualDays),
  audience: 'everyone',
  buildings: '',
  asksConfirm: false,
})

/** The words of a notice that was refused, to be mended. */
export const draftFrom = (notice: Output<'notices.show'>): NoticeDraft => {
  const { kind, title, text, pinned, shownUntil, audience, asksConfirm } = notice
  const buildings = audience.kind === 'buildings' ? audience.buildings.join('、') : ''
  return { kind, title, text, pinned, shownUntil, audience: audience.kind, buildings, asksConfirm }
}

export type Problems = Partial<Record<keyof NoticeDraft, string>>

/** What is still wrong, in plain words. @param now milliseconds */
export function problemsOf(draft: NoticeDraft, now: number): Problems {
  const { title, text, shownUntil } = draft
  const inTime = shownUntil >= dayAfter(now, 0) && shownUntil <= dayAfter(now, limits.notice.maxDays)
  return {
    ...(title.trim() === '' ? { title: '请写标题' } : {}),
    ...(text.trim() === '' ? { text: '请写内容' } : {}),
    ...(inTime ? {} : { shownUntil: '从今天到一年以内，选一天' }),
    ...(draft.audience !== 'buildings' || areBuildings(buildingsIn(draft))
      ? {}
      : { buildings: buildingsHint }),
  }
}

const buildingsHint = '写楼号，用顿号隔开，如 6、7、8'

/** The buildings that were typed, each once. */
const buildingsIn = ({ buildings }: Pick<NoticeDraft, 'buildings'>): string[] => [
  ...new Set(
    buildings
      .replace(/\s+(?=[号楼栋幢])/g, '')
      .split(/[、，,;；\s]+/)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
]

/** A range (6-9) would be taken for the name of one building: it is asked for again. */
const areBuildings = (buildings: readonly string[]): boolean =>
  buildings.length > 0 &&
  buildings.length <= limits.notice.buildings &&
  buildings.every((one) => one.length <= limits.case.buildingLength && !/\d\s*[-–—~～至到]\s*\d/.test(one))

/** What is sent: a title of one line without blanks around it. */
export const publishingOf = (draft: NoticeDraft): Omit<Publishing, 'requestId' | 'communityId'> => {
  const { kind, title, text, pinned, shownUntil, asksConfirm } = draft
  return {
    ...{ kind, pinned, shownUntil, asksConfirm },
    title: title.replace(/\s+/g, ' ').trim(),
    text: text.trim(),
    audience: audienceOf(draft),
  }
}

function audienceOf(draft: NoticeDraft): Audience {
  if (draft.audience === 'buildings') return { kind: 'buildings', buildings: buildingsIn(draft) }
  return { kind: draft.audience }
}
