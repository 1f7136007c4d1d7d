import { accept, inviting, phone, pinganli, tianfu, tokenIn } from '../../duties/story'
import type { Caller } from '../../support/cloud'
import type { DomainMatrix } from './table'

/** A grid worker of the own community, invited by its secretary. @returns the duty's id */
async function gridWorker(lead: Caller, who: Caller, name: string): Promise<string> {
  const { link } = await lead.get('duties.invite', inviting({ name }))
  await accept(who, tokenIn(link))
  const { duties } = await lead.get('duties.staff', { placeId: pinganli })
  return duties.find(({ invitedName }) => invitedName === name)?.id ?? ''
}

const linkTo = async (lead: Caller, name: string): Promise<string> =>
  tokenIn((await lead.get('duties.invite', inviting({ name }))).link)

export const duties: DomainMatrix<'duties'> = {
  // Whoever is first accepts, and has a duty from then on.
  last: true,
  prepare: async ({ cloud, neighbour }) => {
    const [lead, lin] = [await cloud.staff('qian'), await cloud.staff('lin')]
    const revoked = await gridWorker(lead, await neighbour(), '周一')
    const confirmed = await gridWorker(lead, await neighbour(), '周二')
    const { invitation } = await lead.get('duties.invite', inviting({ name: '周三' }))
    const [open, declined] = [await linkTo(lead, '周四'), await linkTo(lead, '周八')]
    // A duty of the street, which waits for its second approval.
    const street = { placeId: tianfu, role: 'street_staff' as const, name: '周五' }
    await accept(await neighbour(), tokenIn((await lin.get('duties.invite', inviting(street))).link))
    const { duties: there } = await lin.get('duties.staff', { placeId: tianfu })
    const { requestId: _requestId, ...invite } = inviting({ name: '周六' })
    return {
      staff: () => ({ placeId: pinganli }),
      doors: () => ({ placeId: pinganli, building: '8' }),
      invite: () => invite,
      revokeInvitation: () => ({ invitationId: invitation.id }),
      invitation: () => ({ token: open }),
      accept: () => ({ token: open, phone }),
      confirm: () => ({ dutyId: confirmed }),
      approve: () => ({ dutyId: there.find(({ state }) => state === 'waiting')?.id ?? '' }),
      revoke: () => ({ dutyId: revoked, reason: '调走了' }),
      // Whoever has the link may.
      decline: () => ({ token: declined }),
    }
  },
  expected: `
                    guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  staff             U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    FFFF  FFFF      +N+N  FFF     N         F        U
  doors             U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    FFFF  FFFF      +N+N  FFF     N         F        U
  invite            U      F        F    F      FFF       FFF         NNNN    FFFF     +N+N    FFFF  FFFF      +N+N  FFF     N         F        U
  revokeInvitation  U      F        F    F      FFF       FFF         NNNN    FFFF     +N+N    FFFF  FFFF      +N+N  FFF     N         F        U
  invitation        U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  accept            U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  confirm           U      F        F    F      FFF       FFF         NNNN    FFFF     +N+N    FFFF  FFFF      +N+N  FFF     N         F        U
  approve           U      F        F    F      FFF       FFF         NNNN    FFFF     NNNN    FFFF  FFFF      NNNN  FFF     +         F        U
  revoke            U      F        F    F      FFF       FFF         NNNN    FFFF     +N+N    FFFF  FFFF      +N+N  FFF     N         F        U
  decline           U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
`,
}
