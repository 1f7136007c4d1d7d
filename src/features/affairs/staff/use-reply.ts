import { useKept } from '@/services/use-kept'
import type { StaffCase } from '../parts/case-types'
import { casePhotos, usePhotos, type Photos } from '@/ui/photos/use-photos'
import { emptyReply, type ReplyDraft } from './reply-draft'
import type { StaffCaseWork } from './use-staff-case'

/** What the parts that act on a case need. */
export interface ReplyProps {
  shown: StaffCase
  settle: StaffCaseWork['settle']
}

export interface Reply {
  draft: ReplyDraft
  read: () => ReplyDraft
  change: (fields: Partial<ReplyDraft>) => void
  restart: () => void
  photos: Photos
}

/** The reply to one case as it is being written; kept on the device until it is sent. */
export const useReply = ({ id }: StaffCase): Reply => {
  const kept = useKept<ReplyDraft>(`reply.${id}`, emptyReply)
  const photos = usePhotos(
    () => kept.read().photos,
    (all) => kept.change({ photos: all }),
    casePhotos,
  )
  return { draft: kept.value, read: kept.read, change: kept.change, restart: kept.restart, photos }
}
