import { holding, nobody } from '../kit/holding'
import { audits } from '../kit/audit'
import { claims } from '../kit/claim'
import { uploads } from '../kit/uploads'
import { consents, copies, copyIdOf, erasureIdOf, erasures, revealTallies } from './store'

const proof = '什么时候同意过、查看过、注销过，要能查；只留编号，不留姓名'

/** What is kept of people here, and by the kit. */
export const holdings = [
  holding({
    in: consents,
    title: '我同意过的',
    of: ({ memberId }) => ({ memberId }),
    copy: ({ kind, version, given, at }) => ({ 事项: kind, 版本: version, 同意: given, 时间: at }),
    erase: { kept: proof },
    outdated: { kept: proof },
  }),
  holding({
    in: audits,
    title: '谁看过我的信息',
    of: ({ memberId }) => ({ subject: memberId }),
    copy: ({ at, action, communityId, after }) => ({
      时间: at,
      事项: action,
      社区: communityId,
      说明: after,
    }),
    erase: { kept: proof },
    outdated: { days: 1_100, since: 'at', why: '操作记录留三年，法规要求不少于一年' },
  }),
  holding({
    in: copies,
    title: '我的信息副本',
    of: ({ memberId }) => ({ _id: copyIdOf(memberId) }),
    copy: { without: '就是这一份' },
    erase: {
      removed: '副本和下载文件一起清除',
      files: ({ files, toRemove }) => [...files.map(({ fileId }) => fileId), ...toRemove],
    },
    outdated: { kept: '文件七天后由定时任务删除，只留要过副本的时间' },
  }),
  holding({
    in: erasures,
    title: '注销',
    of: ({ memberId }) => ({ _id: erasureIdOf(memberId) }),
    copy: { without: '注销以后才有' },
    erase: { kept: proof },
    outdated: { kept: proof },
  }),
  holding({
    in: revealTallies,
    title: '今天查看过几次',
    of: ({ memberId }) => ({ _id: memberId }),
    copy: { without: '当天的次数' },
    erase: { removed: '清除' },
    outdated: { days: 2, since: 'day', why: '只数当天的' },
  }),
  nobody(claims, '请求编号的摘要，从它找不到人', {
    days: 180,
    since: 'at',
    why: '同一个请求不会在半年后再来',
  }),
  nobody(uploads, '上传文件的摘要，从它找不到人；没有用上的照片一天后删除'),
]
