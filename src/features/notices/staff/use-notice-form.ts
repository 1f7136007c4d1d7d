import { useState } from 'react'
import type { Output } from '@contract/index'
import { replace } from '@/services/go'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { useKept } from '@/services/use-kept'
import { goneWords, noticePhotos, usePhotos, type Photos } from '@/ui/photos/use-photos'
import {
  draftFrom,
  emptyNotice,
  problemsOf,
  publishingOf,
  saidOf,
  type NoticeDraft,
  type Problems,
} from './notice-draft'
import type { Office } from './offices'

export interface NoticeForm {
  office: Office
  draft: NoticeDraft
  photos: Photos
  problems: Problems
  busy: boolean
  change: (fields: Partial<NoticeDraft>) => void
  send: () => Promise<void>
}

/**
 * A notice that is being written. Words and photos are kept on the device until it is published.
 * @param from whose words it begins with; null: a blank one
 */
export const useNoticeForm = (office: Office, from: Output<'notices.staffShown'> | null): NoticeForm => {
  const [first] = useState(() => (from ? draftFrom(from) : emptyNotice(Date.now())))
  const kept = useKept<NoticeDraft>(`notice.to.${from?.id ?? office.id}`, first)
  const photos = usePhotos(
    () => kept.read().photos,
    (all) => kept.change({ photos: all }),
    noticePhotos,
  )
  const [problems, setProblems] = useState<Problems>({})
  const publishing = usePublishing(office)
  const send = async () => {
    const wrong = problemsOf(kept.read(), Date.now())
    setProblems(wrong)
    if (Object.keys(wrong).length > 0) return
    const lost = await photos.upload()
    if (lost) return toast(`没有发布，照片没有传完。${lost}`)
    const reply = await publishing.run(kept.read())
    if (!reply) return
    if (!reply.ok) {
      if (photos.areGone(reply)) return toast(`没有发布。${goneWords}`)
      const words = sentenceOf(reply)
      const field = reply.code === 'CONTENT_REFUSED' && reply.detail
      return field ? setProblems({ [field]: words }) : toast(words)
    }
    kept.restart()
    toast(saidWhere(office, reply.data))
    replace('noticesManage')
  }
  return { office, draft: kept.value, photos, problems, busy: publishing.busy, change: kept.change, send }
}

const usePublishing = ({ kind, id }: Office) => {
  const own = useAction('notices.publish')
  const street = useAction('notices.publishStreet')
  const run = (draft: NoticeDraft) =>
    kind === 'street'
      ? street.run({ ...saidOf(draft), streetId: id })
      : own.run({ ...publishingOf(draft), communityId: id })
  return { busy: own.busy || street.busy, run }
}

/** What becomes of it now. */
const saidWhere = ({ kind }: Office, { held, photosHeld }: Output<'notices.publish'>): string => {
  if (held) return '提交了，正在审核。通过后首页就能看到'
  const where = kind === 'street' ? '各社区首页就能看到' : '首页就能看到'
  return photosHeld.length > 0 ? `发布了，${where}。照片审核后显示` : `发布了，${where}`
}
