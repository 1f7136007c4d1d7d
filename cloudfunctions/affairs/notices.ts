import { notify } from '../inbox/post'
import { alsoByWechat } from '../inbox/rules'
import type { Tx } from '../kit/transact'
import { isOverdue } from './rules'
import type { Doing, Happening } from './states'
import type { Case, Speaker } from './store'

interface Words {
  title: string
  text: string
}

/** Tells the reporter, and a new handler, what happened: one round trip for each of them. */
export async function tell(tx: Tx, kase: Case, happening: Happening, { effectId, at }: Doing): Promise<void> {
  const now = new Date(at)
  const words = reporterWords(kase, happening, now)
  // One consent is one message: it is kept for what people wait for.
  const wechat = isAnswer(happening) ? alsoByWechat('answer', at) : null
  const reporter = { memberId: kase.reporterId, target: { kind: 'case' as const, id: kase._id }, wechat }
  if (words) await notify(tx, { ...words, ...reporter, event: `reporter ${effectId}`, at })
  if (happening.event !== 'dispatch') return
  const target = { kind: 'staff_case' as const, id: kase._id }
  const handler = { memberId: happening.handler.id, target }
  await notify(tx, { ...handlerWords(kase, now), ...handler, event: `handler ${effectId}`, at })
}

const isAnswer = ({ event }: Happening) => event === 'answer' || event === 'refuse'

/** null for what the reporter did, or does not need to know at once. Never a word of the case itself. */
function reporterWords(kase: Case, { event }: Happening, now: Date): Words | null {
  const { number, dueOn, outcome, ownerPlaceId } = kase
  const by = monthAndDay(dueOn)
  const until = isOverdue(kase, now) ? '已过原定期限，会尽快答复您' : `${by}前答复您`
  switch (event) {
    case 'accept':
      return { title: '您反映的事已受理', text: `编号 ${number}，${until}。` }
    case 'dispatch':
      return { title: '您反映的事已安排人处理', text: `编号 ${number}，${until}。` }
    case 'escalate':
      return { title: '您反映的事已报到街道', text: `编号 ${number}，由街道接着办，${by}前受理。` }
    case 'answer':
      return {
        title: outcome === 'solved' ? '您反映的事办好了' : '您反映的事有答复了',
        text: `编号 ${number}，请看看答复，点一下满意或不满意。不满意可以要求再办。`,
      }
    case 'refuse': {
      const who = ownerPlaceId.split('.').length > 2 ? '社区' : '街道'
      return { title: '您反映的事有答复了', text: `编号 ${number}，${who}办不了，原因写在答复里。` }
    }
    default:
      return null
  }
}

const handlerWords = (kase: Case, now: Date): Words => ({
  title: '有一件事派给您了',
  text: `编号 ${kase.number}，${isOverdue(kase, now) ? '已超期，请马上办' : `请在 ${monthAndDay(kase.dueOn)}前办好并答复`}。`,
})

/** `2026-11-25` → 11 月 25 日 */
const monthAndDay = (day: string | null): string => {
  const [, month, date] = (day ?? '').split('-')
  return month && date ? `${Number(month)} 月 ${Number(date)} 日` : ''
}

/** How the timeline names those who did something: offices and duties, never a person. */
export const speakerWords: Record<Speaker, string> = {
  reporter: '反映人',
  community_worker: '社区',
  street_staff: '街道',
  grid_worker: '网格员',
  property_staff: '物业',
  timer: '系统',
}
