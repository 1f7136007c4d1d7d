import { accepted, jpegWith, pinganli, submitted } from '../affairs/story'
import { tianfu } from '../duties/story'
import { plainRows, workbookOf } from '../imports/workbooks'
import { newRequestId } from '../support/cloud'
import type { Call, CallsOf, Stage } from './call'

const inPinganli = { communityId: pinganli }

export const community: CallsOf<'community'> = {
  communities: async ({ cloud }) => [cloud.guest(), {}],
  me: async ({ resident }) => [await resident(), {}],
}

export const home: CallsOf<'home'> = {
  /** Warm: the instance has just read the community's board. */
  show: async ({ resident }) => {
    const who = await resident(100)
    await who.get('home.show', {})
    return [who, {}]
  },
  work: async ({ persona }) => [await persona('chen'), inPinganli],
}

export const notices: CallsOf<'notices'> = {
  list: async ({ cloud }) => [cloud.guest(), inPinganli],
  show: async (stage) => [stage.cloud.guest(), { noticeId: await published(stage) }],
  markRead: async (stage) => [await stage.resident(), { noticeId: await published(stage), confirm: false }],
  reach: async (stage) => [await stage.persona('chen'), { noticeId: await published(stage) }],
  staffShown: async (stage) => [await stage.persona('chen'), { noticeId: await published(stage) }],
  staffNotices: async ({ persona }) => [await persona('chen'), inPinganli],
  streetNotices: async ({ persona }) => [await persona('zhou'), { streetId: tianfu }],
  uploadPhoto: async ({ persona }) => [
    await persona('chen'),
    { requestId: newRequestId(), photo: jpegWith().toString('base64') },
  ],
  publish: async ({ persona }) => [await persona('chen'), notice()],
  publishStreet: async ({ persona }) => {
    const { communityId: _communityId, ...said } = notice()
    return [await persona('zhou'), { ...said, streetId: tianfu }]
  },
  takeDown: async (stage) => {
    const noticeId = await published(stage)
    return [await stage.persona('chen'), { requestId: newRequestId(), noticeId, reason: '写错了' }]
  },
}

const notice = () => ({
  requestId: newRequestId(),
  ...inPinganli,
  kind: 'notification' as const,
  title: '停水',
  text: '周六上午',
  pinned: false,
  shownUntil: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
})

const published = async ({ persona }: Stage): Promise<string> =>
  (await (await persona('chen')).get('notices.publish', notice())).id

export const imports: CallsOf<'imports'> = {
  stage: async ({ persona }) => [await persona('chen'), await roster()],
  apply: async (stage) => onImport(stage, { skipErroneous: false }),
  undo: async (stage) => {
    const [chen, input] = await onImport(stage, { skipErroneous: false })
    const { communityId, importId } = input as { communityId: string; importId: string }
    if (chen === 'timer') return [chen, input]
    await chen.get('imports.apply', { communityId, importId, skipErroneous: false })
    // The first call looks, those after it put back.
    await chen.get('imports.undo', { communityId, importId })
    return [chen, { communityId, importId }]
  },
  show: async (stage) => onImport(stage, {}),
  list: async ({ persona }) => [await persona('chen'), inPinganli],
}

export const inbox: CallsOf<'inbox'> = {
  messages: async (stage) => [(await told(stage)).who, {}],
  read: async (stage) => {
    const { who, messageId } = await told(stage)
    return [who, { requestId: newRequestId(), messageId }]
  },
  allowed: async ({ resident }) => [await resident(), {}],
  allow: async ({ resident }) => [await resident(), agreement()],
  disallow: async ({ resident }) => {
    const who = await resident()
    await who.get('inbox.allow', agreement())
    return [who, { requestId: newRequestId() }]
  },
}

const agreement = () => ({ requestId: newRequestId(), accepted: ['answer' as const] })

/** A run that finds nothing to do: what every minute of the day costs. */
export const jobs: CallsOf<'jobs'> = {
  sweepReservations: async (stage) => idle(stage),
  timeOutRedemptions: async (stage) => idle(stage),
  lapseCases: async (stage) => idle(stage),
  lapseOffers: async (stage) => idle(stage),
  sweepSeats: async (stage) => idle(stage),
  closeActivities: async (stage) => idle(stage),
  sweepPlaces: async (stage) => idle(stage),
  remind: async (stage) => idle(stage),
  sendMessages: async (stage) => idle(stage),
  removeUnusedPhotos: async (stage) => idle(stage),
  removeExports: async (stage) => idle(stage),
  checkContent: async (stage) => idle(stage),
  /** An answer about a photo that nobody knows. */
  photoChecked: async () => ['timer', { traceId: 'f'.repeat(32), verdict: 'pass' }],
  buildBoards: async ({ cloud }) => {
    await cloud.timer('buildBoards')
    return ['timer', {}]
  },
  reconcile: async (stage) => idle(stage),
  buildCopies: async (stage) => idle(stage),
  eraseAccounts: async (stage) => idle(stage),
  removeOutdated: async (stage) => idle(stage),
}

export async function idle({ cloud }: Stage): Promise<Call> {
  const flows = [
    'cases',
    'meetings',
    'waitlists',
    'activities',
    'participations',
    'messages',
    'duties',
    'invitations',
    'desks',
    'content_checks',
    'exports',
    'data_copies',
    'erasures',
  ]
  for (const collection of ['items', 'accounts', 'journals', 'redemptions', ...flows])
    await cloud.engine.remove(collection, { _id: { $exists: true } }, true)
  return ['timer', {}]
}

async function roster() {
  const header = ['楼栋', '单元', '房号', '姓名', '手机', '备注']
  const rows = plainRows([header, ['90号楼', '1', `${(door += 1)}`, '马秀兰', '', '']])
  const contentBase64 = (await workbookOf(rows)).toString('base64')
  return { requestId: newRequestId(), ...inPinganli, fileName: '花名册.xlsx', contentBase64 }
}

let door = 100

async function onImport({ persona }: Stage, input: object): Promise<Call> {
  const chen = await persona('chen')
  const { id } = await chen.get('imports.stage', await roster())
  return [chen, { ...inPinganli, importId: id, ...input }]
}

async function told(stage: Stage) {
  const who = await stage.resident()
  await accepted(await stage.persona('chen'), await submitted(who))
  const { messages } = await who.get('inbox.messages', {})
  return { who, messageId: messages[0]?.id ?? '' }
}
