import { chinaDay } from '../../../cloudfunctions/kit/time'
import { tianfu } from '../../duties/story'
import { day, pinganli } from '../../party/story'
import { newRequestId, type Caller } from '../../support/cloud'
import { pictureBase64 } from './pictures'
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

const { communityId: _communityId, ...said } = notice
const overStreet = { ...said, streetId: tianfu }

const publishedOver = async (zhou: Caller): Promise<string> =>
  (await zhou.get('notices.publishStreet', { requestId: newRequestId(), ...overStreet })).id

export const notices: DomainMatrix<'notices'> = {
  prepare: async ({ cloud, chen }) => {
    const [shown, wrong] = [await published(chen), await published(chen)]
    const zhou = await cloud.staff('zhou')
    const [ofStreet, wrongThere] = [await publishedOver(zhou), await publishedOver(zhou)]
    return {
      list: () => ({ communityId: pinganli }),
      show: () => ({ noticeId: shown }),
      markRead: () => ({ noticeId: shown, confirm: false }),
      reach: () => ({ noticeId: shown }),
      'show (street)': () => ({ noticeId: ofStreet }),
      'reach (street)': () => ({ noticeId: ofStreet }),
      staffShown: () => ({ noticeId: shown }),
      'staffShown (street)': () => ({ noticeId: ofStreet }),
      staffNotices: () => ({ communityId: pinganli }),
      streetNotices: () => ({ streetId: tianfu }),
      uploadPhoto: () => ({ photo: pictureBase64 }),
      publish: () => notice,
      publishStreet: () => overStreet,
      takeDown: () => ({ noticeId: wrong, reason: '写错了' }),
      'takeDown (street)': () => ({ noticeId: wrongThere, reason: '写错了' }),
    }
  },
  // What a community publishes is its own: its street counts and takes down what the street published, and nothing else.
  expected: `
                     guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  list               +      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        +
  show               +      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        +
  markRead           U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  reach              U      F        F    F      FFF       FFF         +N+N    FFFF     NNNN    FFFF  FFFF      FFFF  FFF     F         F        U
  show (street)      +      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        +
  reach (street)     U      F        F    F      FFF       FFF         NNNN    FFFF     NN+N    FFFF  FFFF      FFFF  FFF     F         F        U
  staffShown         U      F        F    F      FFF       FFF         +N+N    FFFF     NNNN    FFFF  FFFF      FFFF  FFF     F         F        U
  staffShown (street)  U    F        F    F      FFF       FFF         NNNN    FFFF     NN+N    FFFF  FFFF      FFFF  FFF     F         F        U
  staffNotices       U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  streetNotices      U      F        F    F      FFF       FFF         FFFF    FFFF     NN+N    FFFF  FFFF      FFFF  FFF     F         F        U
  uploadPhoto        U      F        F    F      FFF       FFF         ++++    FFFF     ++++    FFFF  FFFF      FFFF  FFF     F         F        U
  publish            U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  publishStreet      U      F        F    F      FFF       FFF         FFFF    FFFF     NN+N    FFFF  FFFF      FFFF  FFF     F         F        U
  takeDown           U      F        F    F      FFF       FFF         +N+N    FFFF     NNNN    FFFF  FFFF      FFFF  FFF     F         F        U
  takeDown (street)  U      F        F    F      FFF       FFF         NNNN    FFFF     NN+N    FFFF  FFFF      FFFF  FFF     F         F        U
`,
}
