import { notify } from '../inbox/post'
import type { Tx } from '../kit/transact'
import { isOperator } from './policy'
import { postName } from './rules'
import type { DutyEvent } from './states'
import type { Duty, Invitation } from './store'

interface Words {
  title: string
  text: string
}

type Facts = { post: string; name: string; reason: string }

/** What the person is told. */
const toPerson: Record<DutyEvent, (facts: Facts) => Words> = {
  accept: ({ post }) => ({
    title: `你已是${post}`,
    text: '点开「工作」，就能看到交给你的事。',
  }),
  acceptToWait: ({ post }) => ({
    title: `${post}，还差一步`,
    text: '已接受邀请。还要另一位负责人批准，批准后会告诉你。',
  }),
  approve: ({ post }) => ({
    title: `你已是${post}`,
    text: '已批准。点开「工作」，就能看到交给你的事。',
  }),
  confirm: ({ post }) => ({ title: '任职已确认', text: `你继续担任${post}。` }),
  fallDue: ({ post }) => ({
    title: '任职等待确认',
    text: `你的${post}职务到了定期确认的时候，负责人两周内会确认。`,
  }),
  lapse: ({ post }) => ({
    title: '任职到期没有确认',
    text: `你的${post}职务已停用。如有误，请联系负责人。`,
  }),
  revoke: ({ post, reason }) => ({
    title: '任职已解除',
    text: `你不再担任${post}。原因：${reason}`,
  }),
  end: ({ post }) => ({ title: '任期已满', text: `你的${post}任期到了，谢谢你。` }),
}

/** What the one who gave it is told. */
const toGiver: Record<DutyEvent, (facts: Facts) => Words> = {
  accept: ({ post, name }) => ({
    title: `${name}接受了邀请`,
    text: `担任${post}，现在起生效。`,
  }),
  acceptToWait: ({ post, name }) => ({
    title: `${name}接受了邀请`,
    text: `${post}还要另一位负责人批准，请告诉他到「任职」里办。`,
  }),
  approve: ({ post, name }) => ({
    title: `${name}的任职已批准`,
    text: `${post}，现在起生效。`,
  }),
  confirm: ({ post, name }) => ({ title: `${name}的任职已确认`, text: `继续担任${post}。` }),
  fallDue: ({ post, name }) => ({
    title: `请确认：${name}还在任吗`,
    text: `${post}，14 天内没人确认就自动停用。`,
  }),
  lapse: ({ post, name }) => ({
    title: `${name}的任职停用了`,
    text: `${post}，到期没有人批准或确认。`,
  }),
  revoke: ({ post, name, reason }) => ({
    title: `${name}的任职已解除`,
    text: `${post}。原因：${reason}`,
  }),
  end: ({ post, name }) => ({
    title: `${name}的任期满了`,
    text: `${post}，需要续任请重新邀请。`,
  }),
}

/** What happened to whom, and the name of the place. */
interface Told {
  duty: Duty
  event: DutyEvent
  /** Who did it: nobody is told what they have just done to somebody else. */
  actor: string
  name: string
  place: string
  /** Names the change: the same one tells once. */
  change: string
}

/**
 * Tells the person and the one who gave the duty, in the transaction of the change; an operator has no inbox. Six round
 * trips at most.
 */
export async function tellMove(tx: Tx, { duty, event, actor, name, place, change }: Told): Promise<void> {
  const { memberId, givenBy, changedAt: at, reason, placeId } = duty
  const facts = { post: postName(place, duty.role), name, reason }
  const heading = { event: change, at }
  await notify(tx, {
    ...heading,
    ...toPerson[event](facts),
    memberId,
    target: { kind: 'work', id: duty._id },
  })
  if (isOperator(givenBy) || givenBy === actor) return
  const target = { kind: 'duties', id: placeId } as const
  await notify(tx, { ...heading, ...toGiver[event](facts), memberId: givenBy, target })
}

const closedWords = {
  decline: (name: string) => ({ title: `${name}没有接受邀请`, text: '需要的话，当面问问他。' }),
  expire: (name: string) => ({ title: `给${name}的邀请过期了`, text: '24 小时里没有接受。可以再发一次。' }),
  takeBack: (name: string) => ({ title: `给${name}的邀请已撤回`, text: '那个链接和二维码不能再用。' }),
}

/** Tells the one who invited that nothing came of it. Three round trips. */
export async function tellClosed(
  tx: Tx,
  invitation: Invitation,
  event: keyof typeof closedWords,
  at: string,
): Promise<void> {
  const { _id, givenBy, placeId, name } = invitation
  if (isOperator(givenBy)) return
  const target = { kind: 'duties', id: placeId } as const
  const words = closedWords[event](name)
  await notify(tx, { ...words, event: `${event} ${_id}`, memberId: givenBy, target, at })
}
