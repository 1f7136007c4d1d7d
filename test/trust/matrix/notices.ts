import { chinaDay } from '../../../cloudfunctions/kit/time'
import { day, pinganli } from '../../party/story'
import { newRequestId, type Caller } from '../../support/cloud'
import type { DomainMatrix } from './table'

const notice = {
  communityId: pinganli,
  kind: 'notification',
  title: '停水通知',
  text: '明天上午停水。',
  pinned: false,
  shownUntil: chinaDay(new Date(Date.now() + 5 * day)),
} as const

const published = async (chen: Caller): Promise<string> =>
  (await chen.get('notices.publish', { requestId: newRequestId(), ...notice })).id

export const notices: DomainMatrix<'notices'> = {
  prepare: async ({ chen }) => {
    const [shown, wrong] = [await published(chen), await published(chen)]
    return {
      list: () => ({ communityId: pinganli }),
      show: () => ({ noticeId: shown }),
      markRead: () => ({ noticeId: shown, confirm: false }),
      reach: () => ({ noticeId: shown }),
      staffNotices: () => ({ communityId: pinganli }),
      publish: () => notice,
      takeDown: () => ({ noticeId: wrong, reason: '写错了' }),
    }
  },
  expected: `
                guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  list          +      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        +
  show          +      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        +
  markRead      U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  reach         U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  staffNotices  U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  publish       U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  takeDown      U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
`,
}
