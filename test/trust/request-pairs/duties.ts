import { accept, appointed, invited, inviting, phone, tianfu } from '../../duties/story'
import { pair, type Pairs } from './pair'

/** 任职. */
export const dutiesPairs: Pairs = ({ cloud, someone }) => {
  const persona = (id: string) => cloud.staff(id)
  const dutyId = async () => ({ dutyId: (await appointed(cloud, await persona('zhou'))).dutyId })
  const waiting = async () => {
    const lin = await persona('lin')
    await accept(await someone(), await invited(lin, { role: 'street_staff', placeId: tianfu }))
    const { duties } = await lin.get('duties.staff', { placeId: tianfu })
    return { dutyId: duties.filter(({ state }) => state === 'waiting').at(-1)?.id ?? '' }
  }
  const facts = ({ requestId: _requestId, ...fields } = inviting()) => fields

  return {
    'duties.invite': async () => ({
      who: await persona('qian'),
      inputs: [facts(), { ...facts(), name: '别人' }],
    }),
    'duties.revokeInvitation': async () => {
      const zhou = await persona('zhou')
      return pair(zhou, async () => ({
        invitationId: (await zhou.get('duties.invite', inviting())).invitation.id,
      }))
    },
    'duties.accept': async () => {
      const zhou = await persona('zhou')
      return {
        who: await someone(),
        inputs: [
          { token: await invited(zhou), phone },
          { token: await invited(zhou, { role: 'property_staff' }), phone },
        ],
      }
    },
    'duties.decline': async () => {
      const zhou = await persona('zhou')
      return pair(await someone(), async () => ({ token: await invited(zhou) }))
    },
    'duties.approve': async () => pair(await persona('he'), waiting),
    'duties.confirm': async () => pair(await persona('zhou'), dutyId),
    'duties.revoke': async () =>
      pair(await persona('zhou'), async () => ({ ...(await dutyId()), reason: '调走了' })),
  }
}
