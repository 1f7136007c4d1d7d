import { accepted, answered, reply, submission, submitted } from '../../affairs/story'
import { publicRefused } from '../../safety/story'
import { newRequestId, type Caller } from '../../support/cloud'
import { pair, photo, type Pair, type Pairs } from './pair'

/** 诉求. */
export const affairsPairs: Pairs = ({ chen, guo, zhou, handlerId, someone }) => {
  const ofReporter = async (fields: object, settle: (id: string) => Promise<unknown>): Promise<Pair> => {
    const who = await someone()
    return pair(who, async () => {
      const { id } = await submitted(who)
      await settle(id)
      return { caseId: id, ...fields }
    })
  }

  const onCase =
    (fields: object, before?: (who: Caller, id: string) => Promise<unknown>) => async (): Promise<Pair> =>
      pair(chen, async () => {
        const { id } = await submitted(await someone())
        await before?.(chen, id)
        return { caseId: id, version: before ? 2 : 1, ...fields }
      })

  const toAnswered = async (id: string) => answered(chen, await accepted(chen, { id }), 2)

  const dispatchedTo = (who: Caller, id: string) =>
    who.get('affairs.dispatch', { requestId: newRequestId(), caseId: id, version: 1, handlerId, note: '' })

  return {
    'affairs.uploadPhoto': async () => ({
      who: await someone(),
      inputs: [{ photo: photo('一') }, { photo: photo('二') }],
    }),
    'affairs.submit': async () => ({
      who: await someone(),
      inputs: [submission(), submission({ text: '路灯不亮，晚上看不清。' })],
    }),
    'affairs.rate': () => ofReporter({ satisfied: true, comment: '' }, toAnswered),
    'affairs.reopen': () => ofReporter({ comment: '没办好' }, toAnswered),
    'affairs.withdraw': () => ofReporter({}, () => Promise.resolve()),
    'affairs.accept': onCase({}),
    'affairs.dispatch': onCase({ handlerId, note: '' }),
    'affairs.sendBack': async () => ({
      ...(await onCase({ reason: '不归我管' }, dispatchedTo)()),
      who: guo,
    }),
    'affairs.escalate': onCase({ reason: '社区办不了' }),
    'affairs.answer': onCase(reply, (who, id) => accepted(who, { id })),
    'affairs.mendPublic': () =>
      pair(chen, async () => {
        const { id } = await submitted(await someone())
        await accepted(chen, { id })
        return publicRefused(chen, zhou, { id })
      }),
    'affairs.refuse': onCase({ reason: '不在职责内' }),
    'affairs.note': () =>
      pair(chen, async () => ({ caseId: (await submitted(await someone())).id, text: '问过了' })),
  }
}
