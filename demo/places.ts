import type { Compound, Place } from '../cloudfunctions/community/store'

export const wendeng = 'wendeng'
export const tianfu = 'wendeng.tianfu'
export const pinganli = 'wendeng.tianfu.pinganli'
export const liulin = 'wendeng.tianfu.liulin'

/** One street of a district and two of its communities. The numbers lie outside any exchange in use. */
export const demoPlaces: readonly Place[] = [
  { _id: tianfu, schemaVersion: 1, kind: 'street', name: '天福街道', phone: '0631-0000100' },
  { _id: pinganli, schemaVersion: 1, kind: 'community', name: '平安里社区', phone: '0631-0000101' },
  { _id: liulin, schemaVersion: 1, kind: 'community', name: '柳林社区', phone: '0631-0000102' },
]

/** Of each community, and what lies outside of them: the box of that hangs in the community's hall. */
export const demoCompounds: readonly Compound[] = [
  compound('pinganyuan1', pinganli, 1, '平安花园', 1, 12),
  compound('huaiyinli01', pinganli, 2, '槐荫里', 13, 20),
  compound('outside0101', pinganli, 3, '小区外（路上、广场）', 1, 0),
  compound('liulinyuan1', liulin, 1, '柳林苑', 1, 9),
  compound('outside0201', liulin, 2, '小区外（路上、广场）', 1, 0),
]

/** @param first number of the first building. @param last and of the last; lower where there is none */
function compound(
  box: string,
  communityId: string,
  rank: number,
  name: string,
  first: number,
  last: number,
): Compound {
  const buildings = Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, index) => `${first + index} 号楼`,
  )
  return { _id: box, schemaVersion: 1, communityId, name, rank, buildings }
}

/** Written last: whoever finds it finds all the demo data. */
export const demoDistrict: Place = {
  _id: wendeng,
  schemaVersion: 1,
  kind: 'district',
  name: '文登区',
  phone: '0631-0000000',
}
