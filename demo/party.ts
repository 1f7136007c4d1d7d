import { database } from '../cloudfunctions/kit/database'
import { codeIn } from '../cloudfunctions/kit/links'
import { chinaPeriod } from '../cloudfunctions/kit/time'
import { apply } from '../cloudfunctions/party/apply'
import { checkIn } from '../cloudfunctions/party/checkIn'
import { checkOut } from '../cloudfunctions/party/checkOut'
import { host } from '../cloudfunctions/party/host'
import { join } from '../cloudfunctions/party/join'
import { phoneHmac } from '../cloudfunctions/party/phones'
import { publish } from '../cloudfunctions/party/publish'
import { partyDayOf } from '../cloudfunctions/party/rules'
import { branchRoster, rosterIdOf } from '../cloudfunctions/party/store'
import { verify } from '../cloudfunctions/party/verify'
import { act } from './act'
import { pinganli } from './places'

const dayMs = 86_400_000
const hourMs = 3_600_000

/** The branch roster of 平安里社区: branch, name, phone. The numbers are invented. */
const roster = [
  ['机关第一支部', '李建国', '13800001001'],
  ['机关第一支部', '孔令华', '13800001002'],
  ['教育支部', '王芳', '13800001003'],
  ['教育支部', '周志强', '13800001004'],
  ['卫生支部', '吴淑珍', '13800001005'],
  ['卫生支部', '郑海波', '13800001006'],
  ['平安里社区支部', '冯玉兰', '13800001007'],
  ['平安里社区支部', '蒋文博', '13800001008'],
] as const

/**
 * 李建国 is registered and has served, 王芳 waits; the month has its activities. Every step can be repeated.
 * @param start a time of the day of the demo's first start
 */
export async function holdParty(start: Date): Promise<void> {
  const db = database()
  await Promise.all(
    roster.map(([branch, name, phone]) =>
      db.put(branchRoster, {
        _id: rosterIdOf(pinganli, phoneHmac(phone)),
        schemaVersion: 1,
        communityId: pinganli,
        name,
        branch,
        writtenBy: 'demo',
      }),
    ),
  )
  const registrationId = await appliedAs('li', new Date(start.getTime() - 60 * dayMs))
  const verifying = { requestId: 'demo-verify-li-00', registrationId }
  await act('party.verify', verify, 'chen', verifying, new Date(start.getTime() - 59 * dayMs))
  await appliedAs('wang', new Date(start.getTime() - dayMs))
  await serveYesterday(start)
  await prepareActivities(start)
}

async function appliedAs(persona: 'li' | 'wang', at: Date): Promise<string> {
  const [branch, , phone] = persona === 'li' ? roster[0] : roster[2]
  const input = { requestId: `demo-apply-${persona}`.padEnd(16, '0'), branch, phone, consent: 1 as const }
  return (await act('party.apply', apply, persona, input, at)).id
}

interface Plan {
  key: string
  title: string
  venue: string
  startsAt: Date
  hours: number
  compound: string | null
  capacity: number | null
}

/** @returns the activity's id */
async function planned(start: Date, { key, startsAt, hours, ...plan }: Plan): Promise<string> {
  const input = {
    ...plan,
    requestId: `demo-activity-${key}`.padEnd(16, '0'),
    communityId: pinganli,
    note: '自带手套和水杯，工具社区准备。',
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + hours * hourMs).toISOString(),
  }
  return (await act('party.publish', publish, 'chen', input, new Date(start.getTime() - 5 * dayMs))).id
}

/** Yesterday afternoon: later than all else that happened to his account. */
async function serveYesterday(start: Date): Promise<void> {
  const startsAt = inChina(new Date(start.getTime() - dayMs), '14:00')
  const activityId = await planned(start, {
    key: 'past',
    title: '清理 3 号楼楼道',
    venue: '3 号楼门前',
    startsAt,
    hours: 2,
    compound: '平安花园',
    capacity: null,
  })
  const request = (key: string) => `demo-${key}-li`.padEnd(16, '0')
  const joining = { requestId: request('join'), activityId }
  await act('party.join', join, 'li', joining, new Date(startsAt.getTime() - dayMs))
  const endsAt = new Date(startsAt.getTime() + 2 * hourMs)
  // Without the link around it: the next start may have another address, and a repeat must say the same.
  const codes = async (at: Date) => {
    const { inSteps, outSteps } = await act('party.host', host, 'chen', { activityId }, at)
    return { in: codeIn(inSteps?.[0]?.qr ?? ''), out: codeIn(outSteps?.[0]?.qr ?? '') }
  }
  const comes = { requestId: request('in'), code: (await codes(startsAt)).in }
  await act('party.checkIn', checkIn, 'li', comes, startsAt)
  const goes = { requestId: request('out'), code: (await codes(endsAt)).out }
  await act('party.checkOut', checkOut, 'li', goes, endsAt)
}

/** What goes on today, and the coming party day. */
async function prepareActivities(start: Date): Promise<void> {
  const today = await planned(start, {
    key: 'today',
    title: '便民服务站值守',
    venue: '党群服务中心门口',
    startsAt: inChina(start, '08:00'),
    hours: 12,
    compound: null,
    capacity: null,
  })
  await act('party.join', join, 'li', { requestId: 'demo-today-li-000', activityId: today }, dayBefore(start))
  const startsAt = inChina(comingPartyDay(start), '09:00')
  await planned(start, {
    key: 'near',
    title: '清扫楼道和门前雪',
    venue: '平安花园 7 号楼门前',
    startsAt,
    hours: 2,
    compound: '平安花园',
    capacity: null,
  })
  await planned(start, {
    key: 'visit',
    title: '上门看望独居老人',
    venue: '槐荫里居民活动室',
    startsAt,
    hours: 3,
    compound: '槐荫里',
    capacity: 12,
  })
}

const dayBefore = (start: Date): Date => new Date(start.getTime() - dayMs)

/** The next party day after an instant's own day. */
function comingPartyDay(start: Date): Date {
  const soon = new Date(`${partyDayOf(chinaPeriod('month', start))}T04:00:00.000Z`)
  if (soon > start) return soon
  return new Date(`${partyDayOf(chinaPeriod('month', new Date(soon.getTime() + 27 * dayMs)))}T04:00:00.000Z`)
}

/** A time of day on an instant's day in China. */
const inChina = (instant: Date, time: string): Date =>
  new Date(`${new Date(instant.getTime() + 8 * hourMs).toISOString().slice(0, 10)}T${time}:00.000+08:00`)
