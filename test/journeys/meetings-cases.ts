import { fromNow, hour, minute, newMeeting, signedUp } from '../meetings/story'
import { newRequestId, type Caller, type TestCloud } from '../support/cloud'
import type { PageCase } from './page-cases'

/** Ids of meetings in the test's cloud, by what they show. */
export interface MeetingThings {
  /** To come, with topics; 李建国 has not signed up. */
  ahead: string
  /** 李建国 is offered a seat. */
  offered: string
  /** People check in; 李建国 has a seat. */
  door: string
  /** Its minutes are published. */
  minuted: string
  calledOff: string
}

const by = (key: keyof MeetingThings) => (things: MeetingThings) => `id=${things[key]}`
const list = 'features/meetings/list'
const meeting = 'features/meetings/meeting'

/** What residents and guests see of meetings. */
export const meetingPages: readonly PageCase[] = [
  { page: list, name: '恳谈日', who: 'li', shows: '电动车停放怎么管', action: 'meetings.upcoming' },
  {
    page: meeting,
    name: '会议',
    query: by('ahead'),
    who: 'li',
    shows: '报名',
    action: 'meetings.meeting',
  },
  { page: meeting, name: '会议 游客', query: by('ahead'), who: 'guest', shows: '登录后报名' },
  { page: meeting, name: '会议 有座位', query: by('offered'), who: 'li', shows: '我要参加' },
  { page: meeting, name: '会议 签到中', query: by('door'), who: 'li', shows: '出示签到码' },
  { page: meeting, name: '会议 纪要', query: by('minuted'), who: 'zhang', shows: '会议纪要' },
  { page: meeting, name: '会议 取消了', query: by('calledOff'), who: 'zhang', shows: '台风天，改到下周四' },
  {
    page: meeting,
    name: '提议题',
    query: by('ahead'),
    who: 'zhang',
    shows: '想说哪件事',
    act: ({ tap }) => tap('提一个议题'),
  },
  {
    page: 'features/meetings/my-code',
    name: '签到码',
    query: by('door'),
    who: 'li',
    shows: /秒后自动更新/,
    action: 'meetings.myCode',
  },
  { page: 'features/meetings/check-in', name: '签到', who: 'li', shows: '扫现场的签到码' },
  {
    page: 'features/meetings/check-in',
    name: '签到 不对',
    query: () => `code=${encodeURIComponent('JL2:no?m=1')}`,
    who: 'li',
    shows: '这不是签到码',
  },
]

/** What the community's workers see of meetings. */
export const hostPages: readonly PageCase[] = [
  {
    page: 'features/meetings/manage',
    name: '恳谈日管理',
    who: 'chen',
    shows: '电动车停放怎么管',
    action: 'meetings.staffMeetings',
  },
  { page: 'features/meetings/form', name: '安排会议', who: 'chen', shows: '先列几个议题' },
  {
    page: 'features/meetings/form',
    name: '安排会议 选楼栋',
    who: 'chen',
    shows: '选了 2 栋',
    act: async ({ tap }) => {
      await tap('选几栋楼')
      await tap('平安花园')
      await tap('7 号楼')
      await tap('8 号楼')
    },
  },
  {
    page: 'features/meetings/form',
    name: '修改会议',
    query: by('ahead'),
    who: 'chen',
    shows: '保存修改',
    action: 'meetings.host',
    quietOffline: true,
  },
  {
    page: 'features/meetings/form',
    name: '安排会议 没填好',
    who: 'chen',
    shows: '请写在哪里开',
    act: ({ tap }) => tap('发布'),
  },
  {
    page: 'features/meetings/host',
    name: '会场',
    query: by('door'),
    who: 'chen',
    shows: /^每 30 秒换一次/,
    action: 'meetings.host',
  },
  {
    page: 'features/meetings/host',
    name: '会场 手工签到',
    query: by('door'),
    who: 'chen',
    shows: '或写别的原因',
    act: ({ tap }) => tap(/^签到 李/),
  },
  {
    page: 'features/meetings/minutes',
    name: '纪要',
    query: by('minuted'),
    who: 'chen',
    shows: '定了哪些事',
    action: 'meetings.minutes',
    quietOffline: true,
  },
  {
    page: 'features/meetings/minutes',
    name: '纪要 新',
    query: by('door'),
    who: 'chen',
    shows: '第 1 件，谁去办',
    act: async ({ tap }) => {
      await tap('加一条决定')
      await tap('加一件要办的事')
    },
  },
]

/** Five meetings, one for each look. */
export async function meetingsIn(cloud: TestCloud): Promise<MeetingThings> {
  const [chen, li] = [await cloud.staff('chen'), await cloud.resident('li')]
  const [first, second] = await cloud.residents(2, 0)
  const agenda = ['架空层改成充电棚', '消防通道乱停谁来清']
  const ahead = await newMeeting(chen, { title: '电动车停放怎么管', capacity: 40, householdLimit: 2, agenda })
  const offered = await newMeeting(chen, { title: '楼道堆物', capacity: 1, template: 'neighbour_talk' })
  const seat = await signedUp(first!, offered.id)
  await signedUp(li, offered.id)
  await first!.get('meetings.cancelSignUp', { requestId: newRequestId(), signUpId: seat.id })
  const door = await newMeeting(chen, nowOn(30))
  await signedUp(li, door.id)
  await signedUp(second!, door.id)
  const calledOff = await newMeeting(chen, { title: '东门积水', template: 'on_site' })
  const reason = '台风天，改到下周四'
  await chen.get('meetings.callOff', { requestId: newRequestId(), meetingId: calledOff.id, reason })
  return {
    ahead: ahead.id,
    offered: offered.id,
    door: door.id,
    calledOff: calledOff.id,
    minuted: await minuted(chen),
  }
}

/** It began, and goes on long enough for every test of the file. @param capacity seats */
const nowOn = (capacity: number) => ({
  title: '社区恳谈',
  capacity,
  startsAt: fromNow(-10 * minute),
  endsAt: fromNow(6 * hour),
  signUpUntil: fromNow(5 * hour),
})

async function minuted(chen: Caller): Promise<string> {
  const { id: meetingId } = await newMeeting(chen, { ...nowOn(30), title: '充电棚议事', template: 'council' })
  const { version } = await chen.get('meetings.writeMinutes', {
    requestId: newRequestId(),
    meetingId,
    seen: 0,
    text: '大家最担心夜里飞线充电。\n物业说东侧架空层空着。',
    decisions: ['东侧架空层试装 10 个充电插座，试用一个月', '南门通道划黄线，禁止停车'],
    actions: [
      { text: '装 10 个充电插座，拉专线', dueOn: '2026-12-15', owner: '惠邻物业' },
      { text: '南门通道划黄线', dueOn: null, owner: '社区居委会' },
    ],
  })
  await chen.get('meetings.publishMinutes', { requestId: newRequestId(), meetingId, version })
  return meetingId
}
