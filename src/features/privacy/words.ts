import type { Output } from '@contract/index'
import { roleWords } from '@/services/duties'

export type Copy = NonNullable<Output<'privacy.home'>['copy']>
export type Consent = Output<'privacy.home'>['consents'][number]
export type Sighting = Output<'privacy.home'>['seen'][number]
export type AuditRow = Output<'privacy.audit'>['rows'][number]

/** On what occasion it was seen. */
export const kindWords: Record<Sighting['kind'], string> = {
  case: '办你的诉求',
  residency: '核对你的住址',
  signUp: '联系你开会',
  resident: '查住户',
}

export const roleOf = (role: string): string =>
  Object.entries(roleWords).find(([known]) => known === role)?.[1] ?? '工作人员'

export const consentWords: Record<Consent['kind'], string> = {
  party: '党员双报到的信息',
  wechat: '微信的隐私保护指引',
  reminders: '微信提醒',
}

/** Where it can be taken back. */
export const withdrawWords: Record<Consent['kind'], string> = {
  party: '要撤回，到“党员双报到”里',
  wechat: '要撤回，到微信右上角“…”的设置里',
  reminders: '要撤回，到“消息”里点“不用微信提醒”',
}

/** 3.4 MB · 12 KB */
export const sayBytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** What is most often looked for; anything else is shown by its own name. */
const actionWords: Record<string, string> = {
  'privacy.reveal': '查看姓名电话',
  'privacy.audit': '查操作记录',
  'affairs.show': '看实名诉求',
  'party.applications': '看报到名单',
  'residency.requests': '看住址申请',
  'residency.household': '看一户住户',
  'residency.issueCodes': '发纸条码',
  'residency.strike': '从花名册划掉',
  'points.createItem': '上架商品',
  'points.editItem': '改商品',
  'points.closeItem': '暂停兑换',
  'points.openItem': '恢复兑换',
  'points.restockItem': '改库存',
  'meetings.edit': '改会议',
  'meetings.callOff': '取消会议',
  'party.edit': '改活动',
  'party.callOff': '取消活动',
  'duties.invite': '邀请任职',
  'duties.accept': '接受任职',
  'duties.revoke': '解除任职',
  'duties.confirm': '确认任职',
  'jobs.tendDuties': '任职到期',
  'territory.addPlace': '新增小区楼栋',
  'territory.rename': '改小区网格名称',
  'territory.closePlace': '停用小区楼栋',
  'territory.addGrid': '新增网格',
  'territory.moveBuildings': '调整网格楼栋',
  'territory.closeGrid': '停用网格',
}

export const actionOf = (action: string): string => actionWords[action] ?? action
