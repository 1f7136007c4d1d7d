import type { Place } from '../cloudfunctions/community/store'

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

/** Written last: whoever finds it finds all the demo data. */
export const demoDistrict: Place = {
  _id: wendeng,
  schemaVersion: 1,
  kind: 'district',
  name: '文登区',
  phone: '0631-0000000',
}
