import { attend } from '../cloudfunctions/meetings/attend'
import { proposeTopic } from '../cloudfunctions/meetings/proposeTopic'
import { publish } from '../cloudfunctions/meetings/publish'
import { publishMinutes } from '../cloudfunctions/meetings/publishMinutes'
import { setAgenda } from '../cloudfunctions/meetings/setAgenda'
import { signUp } from '../cloudfunctions/meetings/signUp'
import { supportTopic } from '../cloudfunctions/meetings/supportTopic'
import { meetings, minutes, signUps } from '../cloudfunctions/meetings/store'
import { writeMinutes } from '../cloudfunctions/meetings/writeMinutes'
import { database } from '../cloudfunctions/kit/database'
import { effectId, memberIdOf } from '../cloudfunctions/kit/ids'
import { act } from './act'
import { replaySteps } from './cases'
import { personaOf } from './personas'
import { pinganli } from './places'
import type { Step } from './story'

const dayMs = 86_400_000
const minuteMs = 60_000

/**
 * A 恳谈日 of the past with its minutes, and the next one of the series to come. Every step can be repeated.
 * @param start a time of the day of the demo's first start
 */
export async function holdMeetings(start: Date): Promise<void> {
  const day = start.toISOString().slice(0, 10)
  const first = Date.parse(`${day}T11:00:00.000Z`) - 24 * dayMs
  const at = (ms: number) => new Date(first + ms)
  const published = await act('meetings.publish', publish, 'chen', meetingInput(first), at(-10 * dayMs))
  const [past, next] = published.meetings
  if (past) {
    await hold(past.id, at)
    await workOnActions(past.id, (daysAgo) => new Date(start.getTime() - daysAgo * dayMs))
  }
  if (next) await prepare(next.id, start)
}

const meetingInput = (first: number) => ({
  requestId: 'demo-meeting-0000',
  communityId: pinganli,
  template: 'open_day' as const,
  title: '平安里恳谈日',
  venue: '党群服务中心 2 楼会议室',
  note: '想说什么都可以来说。腿脚不便的，提前打社区电话，我们来接。',
  startsAt: new Date(first).toISOString(),
  endsAt: new Date(first + 120 * minuteMs).toISOString(),
  signUpFrom: new Date(first - 35 * dayMs).toISOString(),
  signUpUntil: new Date(first).toISOString(),
  capacity: 30,
  waitlistLimit: 30,
  audience: { kind: 'community' as const },
  householdLimit: 2,
  agenda: ['电动自行车在哪里充电'],
  months: 2,
})

/** What happened at the past one. */
async function hold(meetingId: string, at: (ms: number) => Date): Promise<void> {
  for (const persona of ['zhang', 'li']) {
    const request = { requestId: `demo-past-${persona}-000`, meetingId }
    const id = await join(persona, request, at(-5 * dayMs))
    const who = { kind: 'signUp' as const, signUpId: id }
    const hand = { ...request, who, reason: '在现场签到' }
    await act('meetings.attend', attend, 'chen', hand, at(5 * minuteMs))
  }
  const written = await act(
    'meetings.writeMinutes',
    writeMinutes,
    'chen',
    {
      requestId: 'demo-minutes-0000',
      meetingId,
      seen: 0,
      text: '到会 2 人。大家说，楼道里给电动车充电不安全，飞线也多。',
      decisions: ['在 7 号楼东侧建充电棚，先装 20 个插座'],
      actions: [
        { text: '请物业给充电棚报价，贴出来让大家看', dueOn: null, owner: '社区 陈晓梅' },
        { text: '每周六上午清一次楼道飞线', dueOn: null, owner: '物业' },
      ],
    },
    at(180 * minuteMs),
  )
  const publishing = { requestId: 'demo-publish-0000', meetingId, version: written.version }
  await act('meetings.publishMinutes', publishMinutes, 'chen', publishing, at(240 * minuteMs))
}

/** What was agreed there was done: one thing by the community, one by the property company. */
async function workOnActions(meetingId: string, dayOf: (daysAgo: number) => Date): Promise<void> {
  const written = await database().read(minutes, meetingId)
  for (const [index, { caseId }] of (written?.actions ?? []).entries())
    if (caseId) await replaySteps(`action-${index}`, caseId, actionSteps[index] ?? [], dayOf)
}

const actionSteps: readonly (readonly Step[])[] = [
  [
    { event: 'accept', persona: 'chen', daysAgo: 23 },
    {
      event: 'answer',
      persona: 'chen',
      daysAgo: 17,
      outcome: 'solved',
      text: '两家的报价已经贴在 7 号楼公示栏，请大家看看。',
    },
  ],
  [
    { event: 'dispatch', persona: 'chen', daysAgo: 23, to: 'tang', note: '从这个周六开始' },
    {
      event: 'answer',
      persona: 'tang',
      daysAgo: 15,
      outcome: 'partly',
      text: '7 号楼、12 号楼的飞线已清，3 号楼下周六清。',
    },
  ],
]

/**
 * An attempt that was killed may have left a reservation that, at its past time, never ages; and to the sweeper a
 * reservation of the past is an old one. @returns the sign-up's id
 */
async function join(persona: string, request: { requestId: string; meetingId: string }, at: Date) {
  const db = database()
  const { requestId, meetingId } = request
  const id = effectId('s', memberIdOf(personaOf(persona).openId), 'meetings.signUp', requestId)
  if (!(await db.read(signUps, id))) {
    await db.giveBack(meetings, meetingId, id, { quantity: 1 })
    await act('meetings.signUp', signUp, persona, request, at)
  }
  await db.take(meetings, meetingId, id, { quantity: 1, at: at.toISOString() })
  return id
}

/** Who has signed up for the next one, and what they want to talk about. */
async function prepare(meetingId: string, start: Date): Promise<void> {
  const request = (key: string) => ({ requestId: `demo-next-${key}`.padEnd(16, '0'), meetingId })
  const topic = { ...request('topic'), text: '小区门口早晚停车太乱' }
  const { topics } = await act('meetings.proposeTopic', proposeTopic, 'li', topic, start)
  const topicId = topics.find(({ mine }) => mine)?.id ?? ''
  for (const persona of ['li', 'wang']) {
    await join(persona, request(persona), start)
    const supporting = { ...request(`s-${persona}`), topicId, support: true }
    await act('meetings.supportTopic', supportTopic, persona, supporting, start)
  }
  await act('meetings.setAgenda', setAgenda, 'chen', { ...request('agenda'), topicId, on: true }, start)
}
