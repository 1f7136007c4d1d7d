import { maskedErasedName } from '../kit/actor'
import { holding, nobody } from '../kit/holding'
import { agendas, meetingHouseholds, meetings, minutes, signUps, topicSupports, waitlists } from './store'

/** What is kept of people here. */
export const holdings = [
  nobody(meetings, '会议'),
  nobody(waitlists, '候补名额只记报名的编号'),
  nobody(minutes, '会议纪要'),
  nobody(topicSupports, '支持议题只留编号，用来保证一人一票'),
  holding({
    in: signUps,
    title: '会议报名',
    of: ({ memberId }) => ({ memberId }),
    copy: ({ meetingId, state, signedUpAt, name, place }) => ({
      会议: meetingId,
      状态: state,
      报名时间: signedUpAt,
      称呼: name,
      住处: place,
    }),
    erase: {
      wiped: '参加过的会只留人数，称呼和住处清除',
      row: (row) => ({
        ...row,
        name: maskedErasedName,
        place: '',
        householdId: null,
        timeline: row.timeline.map((one) => ({ ...one, note: '' })),
      }),
    },
    outdated: { kept: '会议档案' },
  }),
  holding({
    in: meetingHouseholds,
    title: '一户的名额',
    of: ({ memberId }) => ({ 'members.memberId': memberId }),
    copy: { without: '只是编号，会议报名里都有' },
    erase: {
      wiped: '从这一户的名单里去掉',
      row: (row, { memberId }) => ({
        ...row,
        members: row.members.filter((one) => one.memberId !== memberId),
      }),
    },
    outdated: { kept: '只有编号，和会议一起留' },
  }),
  holding({
    in: agendas,
    title: '我提的议题',
    of: ({ memberId }) => ({ 'topics.proposedBy': memberId }),
    copy: ({ topics }, { memberId }) => ({
      议题: topics
        .filter(({ proposedBy }) => proposedBy === memberId)
        .map(({ text, at, supporters }) => ({ 内容: text, 时间: at, 支持: supporters })),
    }),
    erase: { kept: '议题是大家议的事，本来就不署名' },
    outdated: { kept: '会议档案' },
  }),
]
