import type { Output } from '@contract/index'
import { open, openTab } from '@/services/go'
import type { IconName } from '@/ui/icon-names'

export type Message = Output<'inbox.messages'>['messages'][number]
type Kind = Message['target']['kind']

interface Target {
  icon: IconName
  /** Opens what the message is about; null while the program has no page for it. */
  open: ((id: string) => void) | null
}

const targets: Record<Kind, Target> = {
  case: { icon: 'message-square-text', open: (id) => open('case', { id }) },
  staff_case: { icon: 'clipboard-list', open: (id) => open('staffCase', { id }) },
  meeting: { icon: 'users-round', open: (id) => open('meeting', { id }) },
  host_meeting: { icon: 'users-round', open: (id) => open('meetingHost', { id }) },
  registration: { icon: 'badge-check', open: () => open('registration') },
  residency: { icon: 'house', open: () => open('residency') },
  activity: { icon: 'calendar-clock', open: (id) => open('activity', { id }) },
  redemption: { icon: 'ticket', open: (id) => open('pickup', { id }) },
  proxy: { icon: 'users-round', open: () => open('proxyRecords') },
  proxy_objections: { icon: 'clipboard-list', open: () => open('proxyObjections') },
  staff_notice: { icon: 'megaphone', open: () => open('noticesManage') },
  points: { icon: 'coins', open: () => openTab('points') },
  work: { icon: 'user-round', open: () => openTab('staff') },
  duties: { icon: 'user-round', open: (place) => open('duties', { place }) },
}

/** Where a message leads. */
export const targetOf = ({ target }: Message): Target => targets[target.kind]
