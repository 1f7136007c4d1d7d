import {
  accepted,
  answered,
  changing,
  handlerIds,
  jpegWith,
  pinganli,
  reply,
  submission,
  submitted,
  uploaded,
} from '../affairs/story'
import { publicRefused } from '../safety/story'
import { newRequestId, type Caller } from '../support/cloud'
import type { Call, CallsOf, Stage } from './call'

const fresh = () => ({ requestId: newRequestId() })

export const affairs: CallsOf<'affairs'> = {
  form: async ({ resident }) => [await resident(), { communityId: pinganli }],
  uploadPhoto: async ({ resident }) => [
    await resident(),
    { ...fresh(), photo: jpegWith().toString('base64') },
  ],
  submit: async ({ resident }) => {
    const who = await resident()
    return [who, submission({ photos: [{ photoId: await uploaded(who), takenAt: null }] })]
  },
  mine: async (stage) => [(await newCase(stage)).who, {}],
  mineShown: async (stage) => {
    const { who, id } = await newCase(stage)
    return [who, { caseId: id }]
  },
  rate: async (stage) => ofReporter(await answeredCase(stage), { satisfied: true, comment: '' }),
  reopen: async (stage) => ofReporter(await answeredCase(stage), { comment: '还是没办好' }),
  withdraw: async (stage) => ofReporter(await newCase(stage), {}),
  answered: async ({ cloud }) => [cloud.guest(), { communityId: pinganli }],
  queue: async ({ persona }) => [await persona('chen'), { communityId: pinganli, view: 'todo' }],
  show: async (stage) => ofStaff(stage, { caseId: (await newCase(stage)).id }),
  handlers: async (stage) => ofStaff(stage, { communityId: pinganli }),
  accept: async (stage) => ofStaff(stage, changing(await newCase(stage), 1)),
  dispatch: async (stage) => ofStaff(stage, await dispatching(stage, await newCase(stage))),
  sendBack: async (stage) => {
    const kase = await newCase(stage)
    await (await stage.persona('chen')).get('affairs.dispatch', await dispatching(stage, kase))
    return [await stage.persona('guo'), { ...changing(kase, 2), reason: '不在我的网格' }]
  },
  escalate: async (stage) => ofStaff(stage, { ...changing(await newCase(stage), 1), reason: '要街道协调' }),
  answer: async (stage) => {
    const kase = await newCase(stage)
    await accepted(await stage.persona('chen'), kase)
    return ofStaff(stage, { ...changing(kase, 2), ...reply })
  },
  mendPublic: async (stage) => {
    const kase = await newCase(stage)
    const [chen, zhou] = [await stage.persona('chen'), await stage.persona('zhou')]
    await accepted(chen, kase)
    return ofStaff(stage, { ...fresh(), ...(await publicRefused(chen, zhou, kase)) })
  },
  refuse: async (stage) => ofStaff(stage, { ...changing(await newCase(stage), 1), reason: '不属社区职责' }),
  note: async (stage) =>
    ofStaff(stage, { ...fresh(), caseId: (await newCase(stage)).id, text: '上次也是他家' }),
}

interface Reported {
  who: Caller
  id: string
}

async function newCase({ resident }: Stage): Promise<Reported> {
  const who = await resident()
  return { who, id: (await submitted(who)).id }
}

async function answeredCase(stage: Stage): Promise<Reported> {
  const kase = await newCase(stage)
  const chen = await stage.persona('chen')
  await accepted(chen, kase)
  await answered(chen, kase, 2)
  return kase
}

async function dispatching({ persona }: Stage, kase: Reported) {
  const ids = await handlerIds(await persona('chen'))
  return { ...changing(kase, 1), handlerId: ids['郭建军'] ?? '', note: '' }
}

const ofReporter = ({ who, id }: Reported, input: object): Call => [who, { ...fresh(), caseId: id, ...input }]

const ofStaff = async ({ persona }: Stage, input: object): Promise<Call> => [await persona('chen'), input]
