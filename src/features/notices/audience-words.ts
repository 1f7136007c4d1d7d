import type { NoticeBrief } from '@/ui/notice-words'

/** Whose it is: the community's own, or the street's for all of its communities. */
export const publisherWords = ({ placeId }: Pick<NoticeBrief, 'placeId'>): string =>
  placeId.split('.').length === 2 ? '街道' : '社区'

/** Whom a notice is for, where that is not everybody. */
export const audienceWords = (audience: NoticeBrief['audience']): string => {
  if (audience.kind === 'everyone') return '给全社区'
  if (audience.kind === 'staff') return '只给工作人员'
  return `给 ${audience.buildings.map((one) => (/^\d+$/.test(one) ? `${one} 号楼` : one)).join('、')}`
}
