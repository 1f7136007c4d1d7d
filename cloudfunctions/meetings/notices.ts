import { notify } from '../inbox/post'
import { alsoByWechat } from '../inbox/rules'
import type { Move } from '../kit/moves'
import { chinaDay, chinaMoment, chinaSpan } from '../kit/time'
import type { Tx } from '../kit/transact'
import type { MeetingFacts, SignUp } from './store'

type News = 'offer' | 'freed' | 'callOff' | 'minutes' | 'move' | 'today' | 'tomorrow'

interface Words {
  title: string
  text: string
}

/**
 * Tells the person of a sign-up what happened, in the transaction of the event itself. A guest has no inbox. One
 * round trip.
 */
export async function tell(
  tx: Tx,
  meeting: MeetingFacts,
  signUp: SignUp,
  news: News,
  at: string,
): Promise<void> {
  if (!signUp.memberId) return
  await notify(tx, {
    ...wordsOf(meeting, signUp, news),
    memberId: signUp.memberId,
    target: { kind: 'meeting', id: meeting._id },
    event: `${eventOf(meeting, news)} ${signUp._id}`,
    at,
    // Minutes can wait; a seat and a way for nothing cannot.
    wechat: news === 'minutes' ? null : alsoByWechat('meeting', at),
  })
}

/** A meeting can be moved twice, and be held on another day than it was reminded of. */
function eventOf({ move, startsAt }: MeetingFacts, news: News): string {
  if (news === 'move') return `move ${move?.version}`
  return news === 'today' || news === 'tomorrow' ? `remind ${chinaDay(new Date(startsAt))}` : news
}

function wordsOf(meeting: MeetingFacts, signUp: SignUp, news: News): Words {
  const { title, startsAt, venue, calledOffBecause } = meeting
  const when = chinaMoment(new Date(startsAt))
  switch (news) {
    case 'offer': {
      const until = chinaMoment(new Date(signUp.offerUntil ?? startsAt))
      return {
        title: '有座位了，请确认',
        text: `「${title}」${when}开。请在 ${until}前点“我要参加”，过时给下一位。`,
      }
    }
    case 'freed':
      return {
        title: '报名取消了',
        text: `「${title}」${when}开，社区工作人员取消了你的报名。原因：${signUp.timeline.at(-1)?.note}。有疑问请问社区。`,
      }
    case 'callOff':
      return {
        title: '会取消了',
        text: `「${title}」原定 ${when}在${venue}开，现在取消。原因：${calledOffBecause}`,
      }
    case 'move':
      return meeting.move ? wordsOfMove(meeting, meeting.move) : { title: '', text: '' }
    case 'today':
    case 'tomorrow':
      return {
        title: news === 'today' ? '今天开会' : '明天开会',
        text: `「${title}」${when}在${venue}开。不能来请取消报名，把座位让给别人。`,
      }
    case 'minutes':
      return {
        title: '纪要出来了',
        text: `您参加的「${title}」纪要已公布。要办的事谁办、办到哪一步，都在里面。`,
      }
  }
}

function wordsOfMove(meeting: MeetingFacts, before: Move): Words {
  const { title, venue } = meeting
  const [old, now] = [chinaSpan(before), chinaSpan(meeting)]
  const unable = '不能来请取消报名，把座位让给别人。'
  if (old === now) return { title: '开会地点改了', text: `「${title}」${now}开，地点改到${venue}。${unable}` }
  const place = before.venue === venue ? `还在${venue}` : `地点改到${venue}`
  return { title: '开会时间改了', text: `「${title}」原定 ${old}，改到 ${now}，${place}。${unable}` }
}
