import type { Output } from '@contract/index'
import { sayMoment } from '@/services/format'
import type { ChipTone } from './chip'

/** A meeting as a list shows it. */
export type Brief = Output<'meetings.upcoming'>['meetings'][number]
type SignUpState = NonNullable<Brief['mine']>

interface Said {
  text: string
  tone: ChipTone
}

/** Where my sign-up stands, in a word. */
export const mineWords: Record<SignUpState, Said> = {
  seated: { text: '已报名', tone: 'accent' },
  waiting: { text: '候补中', tone: 'info' },
  offered: { text: '有座位了，等你接受', tone: 'warn' },
  lapsed: { text: '座位已让给下一位', tone: 'plain' },
  cancelled: { text: '已取消报名', tone: 'plain' },
  attended: { text: '已签到', tone: 'accent' },
}

/** Whether there is a seat, in a word; of a meeting that is over, that it is. */
export const seatWords = (meeting: Brief, now = Date.now()): Said => {
  if (meeting.state === 'called_off') return { text: '已取消', tone: 'bad' }
  if (isOver(meeting, now)) return { text: '已开完', tone: 'plain' }
  if (meeting.gate === 'seat') return { text: `还有 ${meeting.seatsLeft} 座`, tone: 'accent' }
  if (meeting.gate === 'waitlist') return { text: '坐满了，可以候补', tone: 'info' }
  if (meeting.gate === 'full') return { text: '已报满', tone: 'warn' }
  if (meeting.gate === 'not_yet')
    return { text: `${sayMoment(meeting.signUpFrom, now)} 开始报名`, tone: 'info' }
  return { text: '报名已结束', tone: 'plain' }
}

export const isOver = ({ endsAt }: Pick<Brief, 'endsAt'>, now = Date.now()): boolean =>
  Date.parse(endsAt) <= now
