import { plainRows, workbookOf } from '../../imports/workbooks'
import { pinganli } from '../../party/story'
import { newRequestId, type Caller } from '../../support/cloud'
import type { DomainMatrix } from './table'

const header = ['楼栋', '单元', '房号', '姓名', '手机', '备注']

/** A roster of one door. */
const rosterOf = async (room: string) => ({
  communityId: pinganli,
  fileName: '花名册.xlsx',
  contentBase64: (await workbookOf(plainRows([header, ['90号楼', '1', room, '马秀兰', '', '']]))).toString(
    'base64',
  ),
})

async function staged(chen: Caller, room: string) {
  const { id } = await chen.get('imports.stage', { requestId: newRequestId(), ...(await rosterOf(room)) })
  return { communityId: pinganli, importId: id }
}

export const imports: DomainMatrix<'imports'> = {
  prepare: async ({ chen }) => {
    const [one, other] = [await staged(chen, '101'), await staged(chen, '102')]
    await chen.get('imports.apply', { ...other, skipErroneous: false })
    return {
      stage: () => rosterOf('103'),
      apply: () => ({ ...one, skipErroneous: false }),
      undo: () => other,
      show: () => one,
      list: () => ({ communityId: pinganli }),
    }
  },
  expected: `
         guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  stage  U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  apply  U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  undo   U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  show   U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  list   U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
`,
}
