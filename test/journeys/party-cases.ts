import { limits } from '@contract/limits'
import { nextOfMonth } from '@/services/days'
import { activityInput, codesOf, fromNow, hour, minute, pinganli, type Publishing } from '../party/story'
import { newRequestId, type Caller, type TestCloud } from '../support/cloud'
import type { PageCase } from './page-cases'
import type { Person } from './person'

/** Ids of activities in the test's cloud, by what they show. */
export interface PartyThings {
  /** On the next party day; 李建国 has not joined. */
  dayAhead: string
  /** It is on; 李建国 has checked in, a neighbour has joined. */
  dayDoor: string
  /** It is on; 李建国 has hours and points, corrected by staff. */
  dayDone: string
  dayOff: string
}

const by = (key: keyof PartyThings) => (things: PartyThings) => `id=${things[key]}`
const registration = 'features/party/registration'
const days = 'features/party/days'
const activity = 'features/party/activity'
const checkIn = 'features/party/check-in'
const record = 'features/party/record'
const form = 'features/party/activity-form'
const host = 'features/party/activity-host'

const partyDay = nextOfMonth(limits.party.partyDayOfMonth, Date.now())
const presentMonth = new Date(Date.now() + 8 * hour).toISOString().slice(0, 7)

/** To the month of the next party day: the present one, or the next. */
const toPartyDay = async ({ tap }: Person) => {
  if (!partyDay.startsWith(presentMonth)) await tap(/^下个月/)
}

/** What residents see of double registration. */
export const partyPages: readonly PageCase[] = [
  {
    page: registration,
    name: '双报到',
    who: 'new',
    shows: '这些信息怎么用',
    action: 'party.registration',
  },
  { page: registration, name: '双报到 游客', who: 'guest', shows: '登录后看双报到' },
  { page: registration, name: '双报到 访客', who: 'visitor', shows: '你还没有登记为住户' },
  {
    page: registration,
    name: '双报到 没填好',
    who: 'new',
    shows: '请写你所在的支部',
    act: ({ tap }) => tap('报到'),
  },
  { page: registration, name: '双报到 等核对', who: 'wang', shows: '等社区核对' },
  {
    page: registration,
    name: '双报到 撤回',
    who: 'wang',
    shows: '撤回申请？',
    act: ({ tap }) => tap('撤回申请'),
  },
  { page: registration, name: '双报到 没通过', who: 'zhang', shows: '没有通过' },
  { page: registration, name: '双报到 已报到', who: 'li', shows: '已报到' },
  { page: days, name: '党建日', who: 'li', shows: '楼道大扫除', action: 'party.activities' },
  {
    page: days,
    name: '党建日 10 日',
    who: 'li',
    shows: '就在你小区',
    act: toPartyDay,
  },
  {
    page: days,
    name: '党建日 空',
    who: 'li',
    shows: '这个月 10 日的活动还没发布',
    act: async ({ tap }) => {
      for (let month = 0; month < 3; month += 1) await tap(/^下个月/)
    },
  },
  { page: days, name: '党建日 没报到', who: 'zhang', shows: '先向社区报到' },
  { page: days, name: '党建日 等核对', who: 'wang', shows: '等社区核对' },
  {
    page: activity,
    name: '党建活动',
    query: by('dayAhead'),
    who: 'li',
    shows: '报名',
    action: 'party.activity',
  },
  { page: activity, name: '党建活动 已签到', query: by('dayDoor'), who: 'li', shows: /^已签到 / },
  { page: activity, name: '党建活动 已完成', query: by('dayDone'), who: 'li', shows: /^计 2 小时，得/ },
  { page: activity, name: '党建活动 取消了', query: by('dayOff'), who: 'li', shows: '下大雨，改到下周六' },
  { page: activity, name: '党建活动 没报到', query: by('dayAhead'), who: 'zhang', shows: '先向社区报到' },
  { page: checkIn, name: '签到签退', who: 'li', shows: '扫现场的码' },
  {
    page: checkIn,
    name: '签到签退 不对',
    query: () => 'code=in.v_nothing.1.none',
    who: 'li',
    shows: '这不是签到签退的码',
  },
  {
    page: checkIn,
    name: '签到签退 没报到',
    query: () => 'code=in.v_nothing.1.none',
    who: 'zhang',
    shows: '还没有报到',
  },
  { page: record, name: '服务记录', who: 'li', shows: /^工作人员改过：/, action: 'party.record' },
  { page: record, name: '服务记录 空', who: 'new', shows: '还没有服务记录' },
]

/** What the community's workers see of it. */
export const partyWorkPages: readonly PageCase[] = [
  {
    page: 'features/party/applications',
    name: '报到核对',
    who: 'chen',
    shows: '王芳',
    action: 'party.applications',
  },
  {
    page: 'features/party/applications',
    name: '报到核对 不通过',
    who: 'chen',
    shows: '或写别的原因',
    act: ({ tap }) => tap('不通过 王芳'),
  },
  {
    page: 'features/party/applications',
    name: '报到核对 通过',
    who: 'chen',
    shows: '通过报到？',
    act: ({ tap }) => tap('通过 王芳'),
  },
  {
    page: 'features/party/activities',
    name: '党建日活动',
    who: 'chen',
    shows: '楼道大扫除',
    action: 'party.staffActivities',
  },
  {
    page: 'features/party/activities',
    name: '党建日活动 10 日',
    who: 'chen',
    shows: '给独居老人送菜',
    act: toPartyDay,
  },
  { page: form, name: '发布活动', who: 'chen', shows: '在哪里集合' },
  {
    page: form,
    name: '修改活动',
    query: by('dayAhead'),
    who: 'chen',
    shows: '保存修改',
    action: 'party.host',
    quietOffline: true,
  },
  {
    page: form,
    name: '发布活动 没填好',
    who: 'chen',
    shows: '请写在哪里集合',
    act: async ({ tap }) => {
      await tap('一个小区')
      await tap('限名额')
      await tap('发布')
    },
  },
  {
    page: host,
    name: '活动现场',
    query: by('dayDoor'),
    who: 'chen',
    shows: /^每 30 秒换一次/,
    action: 'party.host',
  },
  {
    page: host,
    name: '活动现场 签退码',
    query: by('dayDoor'),
    who: 'chen',
    shows: '走之前，请扫码签退',
    act: ({ tap }) => tap('签退码'),
  },
  {
    page: host,
    name: '活动现场 手工签到',
    query: by('dayDoor'),
    who: 'chen',
    shows: '确定签到',
    act: ({ tap }) => tap(/^签到 .\*/),
  },
  {
    page: host,
    name: '活动现场 改时长',
    query: by('dayDoor'),
    who: 'chen',
    shows: '时长（分钟）',
    act: async ({ tap }) => {
      await tap(/^在现场/)
      await tap(/^改时长 李/)
    },
  },
  {
    page: host,
    name: '活动现场 没开始',
    query: by('dayAhead'),
    who: 'chen',
    shows: /起，这里出现签到二维码$/,
  },
]

/** A new activity of 平安里社区 that is on now and goes on long enough for every test of the file. */
export const newActivity = (chen: Caller, fields: Partial<Publishing> = {}) =>
  chen.get('party.publish', activityInput({ ...longNow, ...fields }))

const longNow: Partial<Publishing> = {
  title: '楼道大扫除',
  venue: '3 号楼 1 单元门口',
  startsAt: fromNow(-10 * minute),
  endsAt: fromNow(6 * hour),
}

/** Somebody who has applied. A persona that the demo has registered already is left as it is. */
export async function applied(who: Caller, branch = '区人民医院第二党支部', phone = '13812345678') {
  const { registration: present } = await who.get('party.registration', {})
  if (present?.state === 'applied' || present?.state === 'registered') return present
  const consent = limits.party.consentVersion
  return who.get('party.apply', { requestId: newRequestId(), branch, phone, consent })
}

/** Somebody who is registered. */
export async function registered(chen: Caller, who: Caller, phone?: string): Promise<Caller> {
  const { id: registrationId, state } = await applied(who, undefined, phone)
  if (state === 'applied') await chen.get('party.verify', { requestId: newRequestId(), registrationId })
  return who
}

export const joined = (who: Caller, activityId: string) =>
  who.get('party.join', { requestId: newRequestId(), activityId })

/** Four activities, one for each look; 李建国 is registered, 王芳 waits, 张桂兰 was refused. */
export async function partyIn(cloud: TestCloud): Promise<PartyThings> {
  const chen = await cloud.staff('chen')
  const li = await registered(chen, await cloud.resident('li'))
  await applied(await cloud.resident('wang'), '天福街道机关第一党支部', '13987654321')
  const refused = await applied(await cloud.resident('zhang'), '退休教师党支部', '13700001111')
  const reason = '名册上没有找到'
  await chen.get('party.refuse', { requestId: newRequestId(), registrationId: refused.id, reason })
  const [neighbour] = await cloud.residents(1, 0)
  await registered(chen, neighbour!, '13600002222')
  return { ...(await ahead(chen, li)), ...(await onNow(chen, li, neighbour!)) }
}

async function ahead(chen: Caller, li: Caller): Promise<Pick<PartyThings, 'dayAhead' | 'dayOff'>> {
  const morning = { startsAt: `${partyDay}T01:00:00.000Z`, endsAt: `${partyDay}T03:00:00.000Z` }
  const { compounds } = await li.get('affairs.form', { communityId: pinganli })
  const near = compounds.find(({ buildings }) => buildings.some((one) => one.startsWith('3')))?.name ?? null
  const day = await newActivity(chen, {
    ...morning,
    title: '清理 3 号楼楼道，劝走电动车',
    note: '带手套和口罩。\n扫把、簸箕社区有。',
    compound: near,
    capacity: 20,
  })
  await newActivity(chen, { ...morning, title: '给独居老人送菜', venue: '社区食堂', capacity: 8 })
  const off = await newActivity(chen, { title: '河边捡垃圾', venue: '东门', endsAt: fromNow(hour) })
  await chen.get('party.callOff', {
    requestId: newRequestId(),
    activityId: off.id,
    reason: '下大雨，改到下周六',
  })
  return { dayAhead: day.id, dayOff: off.id }
}

async function onNow(
  chen: Caller,
  li: Caller,
  neighbour: Caller,
): Promise<Pick<PartyThings, 'dayDoor' | 'dayDone'>> {
  const door = await newActivity(chen)
  await joined(neighbour, door.id)
  const { in: code } = await codesOf(chen, door.id)
  await li.get('party.checkIn', { requestId: newRequestId(), code })
  const done = await newActivity(chen, { title: '小区东门站岗', venue: '东门岗亭' })
  const { participation } = await joined(li, done.id)
  await chen.get('party.correct', {
    requestId: newRequestId(),
    participationId: participation?.id ?? '',
    minutes: 120,
    reason: '手机没电，没签上到',
  })
  return { dayDoor: door.id, dayDone: done.id }
}
