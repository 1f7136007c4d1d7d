import { erasedName } from '../kit/actor'
import { holding } from '../kit/holding'
import { cases, type Case } from './store'

const photoIds = ({ photos }: Case): string[] => photos.map(({ photoId }) => photoId)

/** What is kept of people here. */
export const holdings = [
  holding({
    in: cases,
    title: '我的诉求和建言',
    of: ({ memberId }) => ({ reporterId: memberId }),
    copy: (row) => ({
      受理编号: row.number,
      时间: row.submittedAt,
      类别: row.category,
      内容: row.text,
      地点: row.place,
      身份: row.identity,
      状态: row.state,
      结果: row.outcome,
      评价: row.rating,
      照片: photoIds(row).length,
      进展: row.timeline
        .filter(({ event }) => event !== 'dispatch' && event !== 'sendBack')
        .map(({ at, event, speaker, text }) => ({ 时间: at, 事件: event, 谁: speaker, 内容: text })),
    }),
    erase: {
      wiped: '事情的内容和答复是公共记录，留下；署名改为“已注销用户”，住处和拍照时间清除',
      row: withoutReporter,
    },
    outdated: { kept: '办理记录是公共档案' },
  }),
]

function withoutReporter(row: Case): Case {
  return {
    ...row,
    reporterName: row.identity === 'anonymous' ? null : erasedName,
    reporterPlace: null,
    photos: row.photos.map((photo) => ({ ...photo, takenAt: null })),
    photosToCheck: null,
  }
}
