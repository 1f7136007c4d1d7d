import type { Input, Output } from '@contract/index'
import { limits } from '@contract/limits'
import { oneLine, plainText } from '@/services/text'

/** An item as its community's staff see it. */
export type StaffItem = Output<'points.staffItems'>['items'][number]

/** What the form holds; null for a number that is not typed yet. */
export interface ItemDraft {
  name: string
  description: string
  costPoints: number | null
  /** Only for a new item; later the stock changes by 补货. */
  stock: number | null
  limitPerPerson: number | null
  limitPeriod: StaffItem['limitPeriod']
  pickupPlace: string
  pickupHours: string
  photoId: string | null
  /** To show it; a link that works for some minutes. */
  photoUrl: string | null
}

/** The fields that `createItem` and `editItem` share. */
export type ItemFields = Omit<Input<'points.editItem'>, 'requestId' | 'itemId' | 'version'>

export type Problems = Partial<Record<keyof ItemDraft, string>>

export const emptyDraft: ItemDraft = {
  name: '',
  description: '',
  costPoints: null,
  stock: null,
  limitPerPerson: 1,
  limitPeriod: 'month',
  pickupPlace: '',
  pickupHours: '',
  photoId: null,
  photoUrl: null,
}

export const draftOf = (item: StaffItem): ItemDraft => ({
  name: item.name,
  description: item.description,
  costPoints: item.costPoints,
  stock: null,
  limitPerPerson: item.limitPerPerson,
  limitPeriod: item.limitPeriod,
  pickupPlace: item.pickupPlace,
  pickupHours: item.pickupHours,
  photoId: item.photoId,
  photoUrl: item.photoUrl,
})

/** What must be mended before it can be sent, in words for the field; empty when nothing. */
export const problemsOf = (draft: ItemDraft, isNew: boolean): Problems => {
  const { minCostPoints, maxCostPoints, maxPerPerson, maxStock } = limits.item
  const all: Problems = {
    name: missing(draft.name, '请写商品名称'),
    costPoints: outside(draft.costPoints, minCostPoints, maxCostPoints, '积分'),
    stock: isNew ? outside(draft.stock, 0, maxStock, '数量') : undefined,
    limitPerPerson: outside(draft.limitPerPerson, 1, maxPerPerson, '数量'),
    pickupPlace: missing(draft.pickupPlace, '请写在哪里领取'),
    pickupHours: missing(draft.pickupHours, '请写什么时间可以领'),
  }
  return Object.fromEntries(Object.entries(all).filter(([, words]) => words !== undefined))
}

/** The draft as the server takes it; only for one without problems, so no number is missing. */
export const fieldsOf = (draft: ItemDraft): ItemFields => ({
  name: oneLine(draft.name),
  description: plainText(draft.description),
  costPoints: draft.costPoints ?? 0,
  limitPerPerson: draft.limitPerPerson ?? 0,
  limitPeriod: draft.limitPeriod,
  pickupPlace: oneLine(draft.pickupPlace),
  pickupHours: oneLine(draft.pickupHours),
  photoId: draft.photoId,
})

/** Whether two drafts say the same; the photo's link changes by itself and does not count. */
export const sameDraft = (one: ItemDraft, other: ItemDraft): boolean =>
  differences(one, other).length === 0 && one.stock === other.stock

/** Fields in which two drafts of one item differ. */
export const differences = (one: ItemDraft, other: ItemDraft): Array<keyof ItemFields> =>
  wordedFields.filter((field) => one[field] !== other[field])

/**
 * My draft on top of what somebody else saved meanwhile: what I changed stays mine, the rest is theirs.
 * @param base what I began with
 */
export const merged = (base: ItemDraft, mine: ItemDraft, theirs: ItemDraft): ItemDraft => {
  const kept = differences(base, mine)
  const changes = Object.fromEntries(kept.map((field) => [field, mine[field]]))
  const photoUrl = kept.includes('photoId') ? mine.photoUrl : theirs.photoUrl
  return { ...theirs, ...changes, photoUrl }
}

/** The fields' names as the form writes them. */
export const fieldWords: Record<keyof ItemFields, string> = {
  name: '名称',
  description: '说明',
  costPoints: '所需积分',
  limitPerPerson: '每人限兑',
  limitPeriod: '限兑周期',
  pickupPlace: '领取地点',
  pickupHours: '领取时间',
  photoId: '照片',
}

const wordedFields = Object.keys(fieldWords) as Array<keyof ItemFields>

const missing = (text: string, words: string) => (text.trim() === '' ? words : undefined)

const outside = (number: number | null, least: number, most: number, what: string) => {
  if (number === null) return `请填${what}`
  return number < least || number > most ? `${what}填 ${least} 到 ${most}` : undefined
}
