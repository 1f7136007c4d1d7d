import type { Input } from '@contract/index'
import { limits } from '@contract/limits'
import { dayAfter } from '@/services/days'

type Publishing = Input<'notices.publish'>

/** A notice as it is being written. */
export type NoticeDraft = Pick<Publishing, 'kind' | 'title' | 'text' | 'pinned' | 'shownUntil'>

/** A blank notice that is shown as long as most are. @param now milliseconds */
export const emptyNotice = (now: number): NoticeDraft => ({
  kind: 'notification',
  title: '',
  text: '',
  pinned: false,
  shownUntil: dayAfter(now, limits.notice.usualDays),
})

/** The words of a notice that was refused, to be mended. */
export const draftFrom = ({ kind, title, text, pinned, shownUntil }: NoticeDraft): NoticeDraft => ({
  kind,
  title,
  text,
  pinned,
  shownUntil,
})

export type Problems = Partial<Record<keyof NoticeDraft, string>>

/** What is still wrong, in plain words. @param now milliseconds */
export function problemsOf(draft: NoticeDraft, now: number): Problems {
  const { title, text, shownUntil } = draft
  const inTime = shownUntil >= dayAfter(now, 0) && shownUntil <= dayAfter(now, limits.notice.maxDays)
  return {
    ...(title.trim() === '' ? { title: '请写标题' } : {}),
    ...(text.trim() === '' ? { text: '请写内容' } : {}),
    ...(inTime ? {} : { shownUntil: '从今天到一年以内，选一天' }),
  }
}

/** What is sent: a title of one line without blanks around it. */
export const publishingOf = (draft: NoticeDraft): NoticeDraft => ({
  ...draft,
  title: draft.title.replace(/\s+/g, ' ').trim(),
  text: draft.text.trim(),
})
