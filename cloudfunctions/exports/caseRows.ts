import { casesAfter, countCases } from '../affairs/read'
import type * as stored from '../affairs/store'
import { maskedName } from '../community/rules'
import { endOfChinaDay, startOfChinaDay } from '../kit/time'
import { momentCell, withoutNumbers } from './rules'
import { pageOf, wantedOf, type Reading, type Source } from './sources'

type Case = Omit<stored.Case, 'notes' | 'photos'>

/** 诉求, in the order in which they came. Of the reporter no more than he or she chose to show staff. */
export const cases: Source = {
  columns: () => [
    { title: '编号', width: 14 },
    { title: '来源', width: 8 },
    { title: '类别', width: 12 },
    { title: '地点', width: 24 },
    { title: '内容', width: 50 },
    { title: '居民', width: 10 },
    { title: '提交时间', width: 18 },
    { title: '状态', width: 10 },
    { title: '期限', width: 12 },
    { title: '答复时间', width: 18 },
    { title: '结果', width: 10 },
    { title: '重办次数', width: 10 },
    { title: '满意', width: 8 },
    { title: '答复', width: 50 },
  ],
  count: (db, reading) => countCases(db, reading.communityId, spanOf(reading)),
  page: async (db, reading, limit) => {
    const { unmaskedBecause } = wantedOf(reading.what, 'cases')
    const found = await casesAfter(db, reading.communityId, spanOf(reading), reading.cursor, limit)
    const rows = (one: Case) => [rowOf(one, unmaskedBecause !== null)]
    return pageOf(found, limit, { rows, cursor: ({ order }) => order })
  },
}

/** The instants between which they were submitted, and in which queue they lie. */
function spanOf({ what }: Reading) {
  const { from, to, state } = wantedOf(what, 'cases')
  const noon = (day: string) => new Date(`${day}T12:00:00+08:00`)
  return {
    from: startOfChinaDay(noon(from)).toISOString(),
    until: endOfChinaDay(noon(to), 0).toISOString(),
    queues: queuesOf[state],
  }
}

const queuesOf = { all: null, open: ['todo', 'out'], done: ['done'] } as const

function rowOf(kase: Case, full: boolean) {
  const text = (words: string) => (full ? words : withoutNumbers(words))
  const { compound, building, note } = kase.place
  return [
    kase.number,
    kindWords[kase.kind],
    categoryWords[kase.category],
    text([compound, building && `${building} 号楼`, note].filter(Boolean).join(' ')),
    text(kase.text),
    (full ? kase.reporterName : kase.reporterName && maskedName(kase.reporterName)) ?? '匿名',
    momentCell(kase.submittedAt),
    stateWords[kase.state],
    kase.dueOn ?? '',
    momentCell(kase.doneAt),
    kase.outcome ? outcomeWords[kase.outcome] : '',
    kase.reopenings,
    kase.rating ? (kase.rating.satisfied ? '满意' : '不满意') : '',
    text(kase.timeline.filter(({ event }) => event === 'answer' || event === 'refuse').at(-1)?.text ?? ''),
  ]
}

const kindWords: Record<Case['kind'], string> = { suggestion: '建言', report: '随手拍' }

const categoryWords: Record<Case['category'], string> = {
  sanitation: '环境卫生',
  facilities: '公共设施',
  parking: '停车',
  noise: '噪音',
  safety: '安全隐患',
  property: '物业服务',
  services: '便民服务',
  other: '其他',
}

const stateWords: Record<Case['state'], string> = {
  submitted: '待受理',
  accepted: '办理中',
  dispatched: '已派单',
  answered: '已答复',
  closed: '已办结',
}

const outcomeWords: Record<NonNullable<Case['outcome']>, string> = {
  solved: '已解决',
  partly: '部分解决',
  refused: '没有办理',
  withdrawn: '居民撤回',
}
