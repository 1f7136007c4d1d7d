import { useState } from 'react'
import { sentenceOf } from '@/services/messages'
import { choosePhoto } from '@/services/platform/choose-photo'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import type { ItemForm } from './use-item-form'

export interface ItemPhotoWork {
  /** What to show: the one just chosen, else the saved one. */
  url: string | null
  /** Chosen, but not on the server yet. */
  pending: boolean
  busy: boolean
  choose: () => Promise<void>
  /** Sends the chosen one again. */
  retry: () => Promise<void>
  remove: () => void
}

/** The photo of the item in a form. It goes up at once; a failed one waits and says so. */
export const useItemPhoto = (communityId: string, form: ItemForm): ItemPhotoWork => {
  const { busy, run } = useAction('points.uploadItemPhoto')
  const [waiting, setWaiting] = useState<string | null>(null)
  const upload = async (photo: string) => {
    setWaiting(photo)
    const reply = await run({ communityId, photo })
    if (!reply) return
    if (reply.ok) {
      setWaiting(null)
      return form.change(reply.data)
    }
    toast(sentenceOf(reply))
  }
  const choose = async () => {
    const picked = await choosePhoto()
    if (picked.kind === 'picked') return upload(picked.base64)
    if (picked.kind === 'unreadable') toast('这张图片打不开，请换一张 JPG 或 PNG 照片')
    if (picked.kind === 'too-large') toast('图片太大，请换一张小一点的')
  }
  return {
    url: waiting === null ? form.draft.photoUrl : `data:image/jpeg;base64,${waiting}`,
    pending: waiting !== null,
    busy,
    choose,
    retry: async () => {
      if (waiting !== null) await upload(waiting)
    },
    remove: () => {
      setWaiting(null)
      form.change({ photoId: null, photoUrl: null })
    },
  }
}
