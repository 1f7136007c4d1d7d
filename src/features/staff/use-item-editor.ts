import { useState } from 'react'
import { sentenceOf } from '@/services/messages'
import type { Failure } from '@/services/replies'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { fieldsOf, fieldWords, type ItemFields, type StaffItem } from './item-draft'
import { useItemForm, type ItemForm } from './use-item-form'
import { useItemPhoto, type ItemPhotoWork } from './use-item-photo'

export interface ItemEditor {
  item: StaffItem | null
  form: ItemForm
  photo: ItemPhotoWork
  busy: boolean
  /** Why the last try to save did not work; null when nothing is wrong. */
  trouble: string | null
  save: () => Promise<void>
}

interface Wishes {
  communityId: string
  /** null: a new one. */
  item: StaffItem | null
  onSaved: (item: StaffItem) => void
  /** Somebody else changed it: fetch the latest, the form takes it up by itself. */
  reload: () => Promise<void>
}

/** All that it takes to write an item: the form, its photo, and saving. */
export const useItemEditor = ({ communityId, item, onSaved, reload }: Wishes): ItemEditor => {
  const form = useItemForm(communityId, item)
  const photo = useItemPhoto(communityId, form)
  const create = useAction('points.createItem')
  const edit = useAction('points.editItem')
  const [trouble, setTrouble] = useState<string | null>(null)
  // At the top of the form it stays; whoever tapped below sees it too.
  const complain = (words: string) => {
    setTrouble(words)
    toast(words)
  }
  const save = async () => {
    setTrouble(null)
    if (!form.check()) return complain('还有没填好的，看看红字的地方')
    if (photo.pending) return complain('照片还没上传好。再传一次，或者先去掉照片')
    const fields = fieldsOf(form.draft)
    const reply = item
      ? await edit.run({ itemId: item.id, version: form.version, ...fields })
      : await create.run({ communityId, stock: form.draft.stock ?? 0, ...fields })
    if (!reply) return
    if (reply.ok) {
      form.restart(item ? reply.data : null)
      toast(item ? '已保存' : '已添加，居民现在可以兑换')
      return onSaved(reply.data)
    }
    if (reply.code !== 'CHANGED_MEANWHILE') return complain(troubleOf(reply))
    await reload()
    toast('别人刚改过这件商品，看看上面的提示')
  }
  return { item, form, photo, busy: create.busy || edit.busy, trouble, save }
}

const troubleOf = (failure: Failure): string => {
  const field = failure.code === 'INVALID_INPUT' && failure.detail?.split('.')[0]
  return field && field in fieldWords
    ? `「${fieldWords[field as keyof ItemFields]}」填得不对，改一改再保存`
    : sentenceOf(failure)
}
