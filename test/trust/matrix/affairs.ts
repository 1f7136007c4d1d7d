import { publicRefused } from '../../safety/story'
import {
  accepted,
  alter,
  changing,
  handlerIds,
  pinganli,
  reply,
  submission,
  submitted,
} from '../../affairs/story'
import { newRequestId, type Caller } from '../../support/cloud'
import { marks } from './marks'
import { pictureBase64 } from './pictures'
import type { DomainMatrix } from './table'
import type { Town } from './town'

type Named = { id: string }

/** Cases in the states that the rows begin in. */
function cases({ chen, owner, handlerId }: Town) {
  const opened = (who: Caller): Promise<Named> => submitted(who, { text: marks.caseText.text })
  const dispatched = async (who: Caller) => {
    const kase = await opened(who)
    await chen.get('affairs.dispatch', { ...changing(kase, 1), handlerId, note: '' })
    return kase
  }
  const answered = async () => {
    const kase = await opened(owner)
    await accepted(chen, kase)
    await chen.get('affairs.answer', { ...changing(kase, 2), ...reply })
    return kase
  }
  const escalated = async (who: Caller): Promise<Named> => {
    const kase = await submitted(who, { text: '两个社区之间的路没有灯' })
    await chen.get('affairs.escalate', { ...changing(kase, 1), reason: '要街道协调' })
    return kase
  }
  return { opened, dispatched, answered, escalated }
}

const of = ({ id }: Named, version: number) => ({ caseId: id, version })

export const affairs: DomainMatrix<'affairs'> = {
  prepare: async (town) => {
    const { cloud, chen, owner, neighbour, handlerId } = town
    const { opened, dispatched, answered, escalated } = cases(town)
    const other = await neighbour()
    const kase = await dispatched(owner)
    const note = marks.note.text
    await chen.get('affairs.note', { requestId: newRequestId(), caseId: kase.id, text: note })
    const [rated, reopened, withdrawn] = [await answered(), await answered(), await opened(owner)]
    const [fresh, handedOn, raised, refused] = [
      await opened(other),
      await opened(other),
      await opened(other),
      await opened(other),
    ]
    const [sentBack, toAnswer] = [await dispatched(other), await dispatched(owner)]
    const above = await escalated(owner)
    const [acceptedAbove, dispatchedAbove] = [await escalated(other), await escalated(other)]
    // Whatever day it is and whatever the demo has: this one stands first in the queue, and no row touches it.
    const first = await opened(other)
    await alter(cloud, first.id, { queueKey: '2000-01-01:2000-01-01T00:00:00.000Z' })
    const accepted = await opened(other)
    await chen.get('affairs.accept', changing(accepted, 1))
    const mend = await publicRefused(chen, await cloud.staff('zhou'), accepted)
    const someHandler = (await handlerIds(chen))['郭建军'] ?? ''
    return {
      form: () => ({ communityId: pinganli }),
      uploadPhoto: () => ({ photo: pictureBase64 }),
      submit: () => submission(),
      mine: () => ({}),
      mineShown: () => ({ caseId: kase.id }),
      rate: () => ({ caseId: rated.id, satisfied: true, comment: '' }),
      reopen: () => ({ caseId: reopened.id, comment: '没有修好' }),
      withdraw: () => ({ caseId: withdrawn.id }),
      answered: () => ({ communityId: pinganli }),
      queue: () => ({ communityId: pinganli, view: 'todo' }),
      'queue (mine)': () => ({ communityId: pinganli, view: 'mine' }),
      show: () => ({ caseId: kase.id }),
      'show (escalated)': () => ({ caseId: above.id }),
      handlers: () => ({ communityId: pinganli }),
      mendPublic: () => mend,
      accept: () => of(fresh, 1),
      'accept (escalated)': () => of(acceptedAbove, 2),
      dispatch: () => ({ ...of(handedOn, 1), handlerId: someHandler, note: '' }),
      'dispatch (escalated)': () => ({ ...of(dispatchedAbove, 2), handlerId, note: '' }),
      sendBack: () => ({ ...of(sentBack, 2), reason: '不归我管' }),
      escalate: () => ({ ...of(raised, 1), reason: '要街道协调' }),
      answer: () => ({ ...of(toAnswer, 2), ...reply }),
      refuse: () => ({ ...of(refused, 1), reason: '不属职责' }),
      note: () => ({ caseId: kase.id, text: '看过了' }),
      'note (escalated)': () => ({ caseId: above.id, text: '看过了' }),
    }
  },
  expected: `
                        guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  form                  +      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        +
  uploadPhoto           U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  submit                U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  mine                  U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  mineShown             U      N        N    +      NNN       NNN         NNNN    NNNN     NNNN    NNNN  NNNN      NNNN  NNN     N         N        U
  rate                  U      N        N    +      NNN       NNN         NNNN    NNNN     NNNN    NNNN  NNNN      NNNN  NNN     N         N        U
  reopen                U      N        N    +      NNN       NNN         NNNN    NNNN     NNNN    NNNN  NNNN      NNNN  NNN     N         N        U
  withdraw              U      N        N    +      NNN       NNN         NNNN    NNNN     NNNN    NNNN  NNNN      NNNN  NNN     N         N        U
  answered              +      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        +
  queue                 U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    +N+N  +N+N      FFFF  FFF     F         +        U
  queue (mine)          U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    +N+N  +N+N      FFFF  FFF     F         +        U
  show                  U      F        F    F      FFF       FFF         +N+N    FFFF     NNNN    NNNN  NNNN      FFFF  FFF     F         +        U
  show (escalated)      U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    NNNN  NNNN      FFFF  FFF     F         N        U
  handlers              U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    FFFF  FFFF      FFFF  FFF     F         F        U
  accept                U      F        F    F      FFF       FFF         +N+N    FFFF     NNNN    FFFF  FFFF      FFFF  FFF     F         F        U
  accept (escalated)    U      F        F    F      FFF       FFF         FNFN    FFFF     +N+N    FFFF  FFFF      FFFF  FFF     F         F        U
  dispatch              U      F        F    F      FFF       FFF         +N+N    FFFF     NNNN    FFFF  FFFF      FFFF  FFF     F         F        U
  dispatch (escalated)  U      F        F    F      FFF       FFF         FNFN    FFFF     +N+N    FFFF  FFFF      FFFF  FFF     F         F        U
  sendBack              U      F        F    F      FFF       FFF         FNFN    FFFF     NNNN    NNNN  NNNN      FFFF  FFF     F         +        U
  escalate              U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  answer                U      F        F    F      FFF       FFF         +N+N    FFFF     NNNN    NNNN  NNNN      FFFF  FFF     F         +        U
  refuse                U      F        F    F      FFF       FFF         +N+N    FFFF     NNNN    FFFF  FFFF      FFFF  FFF     F         F        U
  mendPublic            U      F        F    F      FFF       FFF         +N+N    FFFF     NNNN    FFFF  FFFF      FFFF  FFF     F         F        U
  note                  U      F        F    F      FFF       FFF         +N+N    FFFF     NNNN    NNNN  NNNN      FFFF  FFF     F         +        U
  note (escalated)      U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    NNNN  NNNN      FFFF  FFF     F         N        U
`,
}
