import { useEffect, useState } from 'react'
import { forget, readStored, store } from '@/services/storage'
import {
  differences,
  draftOf,
  emptyDraft,
  fieldWords,
  merged,
  problemsOf,
  sameDraft,
  type ItemDraft,
  type Problems,
  type StaffItem,
} from './item-draft'

/** What is kept on the device while somebody types. */
interface Kept {
  draft: ItemDraft
  /** What the form began with, and the item's version then. */
  base: ItemDraft
  version: number
}

export interface ItemForm {
  draft: ItemDraft
  /** Of the item that the draft is based on. */
  version: number
  /** Whether anything differs from what is saved. */
  touched: boolean
  /** Words for the fields, once somebody tried to save. */
  problems: Problems
  /** Names of fields that somebody else changed while this was typed. */
  changedByOthers: string[]
  change: (fields: Partial<ItemDraft>) => void
  /** Whether it can be sent; from now on problems are shown. */
  check: () => boolean
  /** Begins anew from what is saved; the draft is given up. */
  restart: (from: StaffItem | null) => void
}

/**
 * A form for one item. Whatever is typed is kept on this device until it is saved or given up. When somebody
 * else saves the item meanwhile, their version comes under what was typed here.
 * @param item null for a new one
 */
export const useItemForm = (communityId: string, item: StaffItem | null): ItemForm => {
  const key = `draft.item.${communityId}.${item?.id ?? 'new'}`
  const [kept, setKept] = useState<Kept>(() => readStored<Kept>(key) ?? freshOf(item))
  const [checked, setChecked] = useState(false)
  const [changedByOthers, setChangedByOthers] = useState<string[]>([])
  const touched = !sameDraft(kept.draft, kept.base)
  useEffect(() => {
    if (touched) store(key, kept)
    else forget(key)
  }, [key, kept, touched])

  const restart = (from: StaffItem | null) => {
    forget(key)
    setChecked(false)
    setChangedByOthers([])
    setKept(freshOf(from))
  }
  useEffect(() => {
    if (!item || item.version <= kept.version) return
    const { draft, base, version } = freshOf(item)
    if (touched) setChangedByOthers(differences(kept.base, base).map((field) => fieldWords[field]))
    setKept({ draft: merged(kept.base, kept.draft, draft), base, version })
  }, [item, kept, touched])

  return {
    draft: kept.draft,
    version: kept.version,
    touched,
    problems: checked ? problemsOf(kept.draft, item === null) : {},
    changedByOthers,
    change: (fields) => setKept((old) => ({ ...old, draft: { ...old.draft, ...fields } })),
    check: () => {
      setChecked(true)
      return Object.keys(problemsOf(kept.draft, item === null)).length === 0
    },
    restart,
  }
}

const freshOf = (item: StaffItem | null): Kept => {
  const base = item ? draftOf(item) : emptyDraft
  return { draft: base, base, version: item?.version ?? 0 }
}
