import type { Role } from '@contract/access'

/** The JSON Schema of an input, as `GET /v1/contract` gives it: what the tests need of it. */
export interface InputSchema {
  properties?: Record<string, FieldSchema>
  required?: string[]
}

interface FieldSchema {
  type?: string
  enum?: string[]
  anyOf?: FieldSchema[]
}

/** One action of `GET /v1/contract`. */
export interface ListedAction {
  access: { kind: string; roles?: Role[] }
  input: InputSchema
}

/**
 * A right value for each field that any action has, so that all but the one tried are right. Where two actions mean
 * different things by one name, the key is `domain.action.field`.
 */
export const rightValues: Record<string, unknown> = {
  requestId: 'request-0123456789',
  communityId: 'wendeng.tianfu.pinganli',
  itemId: `i_${'a'.repeat(22)}`,
  redemptionId: `r_${'a'.repeat(22)}`,
  importId: `x_${'a'.repeat(22)}`,
  exportId: `u_${'a'.repeat(22)}`,
  what: { kind: 'items' },
  before: 5,
  limit: 5,
  quantity: 1,
  atMostPoints: 10,
  code: 'JL1.none.1.none',
  version: 1,
  checkId: `k_${'a'.repeat(22)}`,
  change: 1,
  name: '毛巾',
  description: '',
  costPoints: 10,
  limitPerPerson: 1,
  limitPeriod: 'month',
  pickupPlace: '1 号驿站',
  pickupHours: '每天',
  photoId: null,
  stock: 1,
  photo: 'A'.repeat(400),
  fileName: '花名册.xlsx',
  contentBase64: 'AAAA',
  skipErroneous: true,
  box: 'pinganyuan1',
  kind: 'report',
  category: 'sanitation',
  identity: 'masked',
  text: '楼道里堆了杂物',
  place: { compound: '平安花园', building: null, note: '' },
  photos: [],
  caseId: `c_${'a'.repeat(22)}`,
  satisfied: true,
  comment: '没有办好',
  view: 'todo',
  handlerId: `m_${'a'.repeat(22)}`,
  note: '请今天去看',
  reason: '不在职责内',
  outcome: 'solved',
  photoIds: [],
  publish: null,
  messageId: null,
  meetingId: `t_${'a'.repeat(22)}`,
  signUpId: `s_${'a'.repeat(22)}`,
  topicId: `o_${'a'.repeat(22)}`,
  past: true,
  support: true,
  on: true,
  pageUrl: 'https://example.org/',
  template: 'open_day',
  title: '恳谈日',
  venue: '2 楼',
  startsAt: '2027-11-25T11:00:00.000Z',
  endsAt: '2027-11-25T13:00:00.000Z',
  signUpFrom: '2026-11-20T00:00:00.000Z',
  signUpUntil: '2027-11-25T11:00:00.000Z',
  capacity: 10,
  waitlistLimit: 5,
  audience: { kind: 'community' },
  householdLimit: null,
  agenda: [],
  months: 1,
  who: { kind: 'guest', name: '孙大爷' },
  seen: 0,
  decisions: [],
  actions: [],
  noticeId: `b_${'a'.repeat(22)}`,
  pinned: false,
  shownUntil: '2027-01-31',
  'notices.publish.kind': 'notification',
  'notices.publishStreet.kind': 'notification',
  streetId: 'wendeng.tianfu',
  'notices.publish.audience': { kind: 'buildings', buildings: ['7'] },
  asksConfirm: true,
  confirm: false,
  'points.redemptions.before': `2026-11-21T00:00:00.000Z:r_${'a'.repeat(22)}`,
  'notices.staffNotices.before': `2026-11-21T00:00:00.000Z:b_${'a'.repeat(22)}`,
  'notices.streetNotices.before': `2026-11-21T00:00:00.000Z:b_${'a'.repeat(22)}`,
  entryId: `e_${'a'.repeat(22)}`,
  entryIds: [`e_${'a'.repeat(22)}`],
  about: '量血压',
  address: '平安路 8 号',
  hours: '每天',
  agreed: true,
  'directory.add.kind': 'health',
  'directory.edit.kind': 'health',
  accepted: ['answer'],
  branch: '机关第一支部',
  phone: '13800000001',
  consent: 1,
  month: '2026-12',
  compound: '平安花园',
  minutes: 60,
  registrationId: `n_${'a'.repeat(22)}`,
  activityId: `v_${'a'.repeat(22)}`,
  participationId: `p_${'a'.repeat(22)}`,
  proxyId: `y_${'a'.repeat(22)}`,
  as: 'staff',
  why: 'eyes',
  'proxy.start.agreed': 'in_person',
  'duties.invite.role': 'building_leader',
  'duties.invite.within': { building: '8', units: ['1'] },
  buildingId: `z_${'a'.repeat(22)}`,
  buildingIds: [`z_${'a'.repeat(22)}`],
  gridId: `z_${'a'.repeat(22)}`,
  intoGridId: `z_${'a'.repeat(22)}`,
  parentId: `z_${'a'.repeat(22)}`,
  id: `z_${'a'.repeat(22)}`,
  layer: 'governance',
  units: 1,
  'territory.addPlace.kind': 'building',
  residencyId: `h_${'a'.repeat(22)}`,
  memberId: `m_${'a'.repeat(22)}`,
  building: '8',
  unit: '1',
  room: '101',
  rooms: ['101'],
  'residency.bind.code': 'AAAAAAAA',
  'residency.bind.name': '罗小明',
  'residency.strike.name': '罗小明',
  'residency.declare.name': '罗小明',
  'residency.requests.after': '0:2026-11-21T00:00:00.000Z:h_a',
  'party.applications.view': 'waiting',
  'safety.queue.view': 'review',
  'safety.queue.after': `2026-11-21T00:00:00.000Z:k_a`,
  'affairs.mendPublic.publish': { question: '楼道杂物', answer: '已经清走了' },
  'meetings.proposeTopic.instead': `o_${'a'.repeat(22)}`,
  'party.applications.before': '2026-11-21T00:00:00.000Z:n_a',
  'party.record.before': '2026-11-21T00:00:00.000Z:p_a',
  placeId: 'wendeng.tianfu.pinganli',
  role: 'grid_worker',
  lastDay: '2027-01-31',
  dutyId: `d_${'a'.repeat(22)}`,
  invitationId: `j_${'a'.repeat(22)}`,
  token: `j_${'a'.repeat(22)}.${'a'.repeat(22)}`,
  'desk.scan.token': `l_${'a'.repeat(22)}.${'a'.repeat(22)}`,
  deskId: `l_${'a'.repeat(22)}`,
  secret: 'a'.repeat(22),
  browser: 'chrome',
  system: 'windows',
  'proxy.records.before': `2026-11-21T00:00:00.000Z:y_${'a'.repeat(22)}`,
  'privacy.reveal.kind': 'case',
  targetId: `c_${'a'.repeat(22)}`,
  'privacy.reveal.reason': 'call_back',
  words: '约上门时间',
  from: '2026-11-01',
  until: '2026-11-21',
  subjectId: `m_${'a'.repeat(22)}`,
  actorId: `m_${'a'.repeat(22)}`,
  action: 'privacy.reveal',
  'privacy.audit.after': '2026-11-21T00:00:00.000Z:q_a',
  'affairs.mine.before': '2026-11-21T00:00:00.000Z:c_a',
  'affairs.answered.before': '2026-11-21T00:00:00.000Z:c_a',
  'affairs.queue.before': '2026-11-21:2026-11-21T00:00:00.000Z',
  'inbox.messages.before': '2026-11-21T00:00:00.000Z',
}

/** Of a field, what is known of it in this action, else in any. */
const known = <Value>(values: Record<string, Value>, action: string, field: string): Value | undefined =>
  values[`${action}.${field}`] ?? values[field]

/** Wrong for every field, whatever it is. */
const neverRight: unknown[] = [
  { $ne: null },
  { $gt: '' },
  { $regex: '.*' },
  { $where: 'sleep(1000)' },
  { $in: [] },
  { $inc: 1 },
  {},
  [],
  [1],
  ['a'],
  [[]],
  { length: 1 },
  '<'.repeat(10_000),
  '\u0000',
  '\n',
  ' ',
  '\u2028',
  1.5,
  -1.5,
  -1_000_000_000,
  1e308,
  -1e308,
  Number.MAX_SAFE_INTEGER,
  2 ** 53,
  2 ** 31,
]

/** Odd and yet right: a description of blank lines, an item without a photo, a file with a strange name. */
const allowedValues: Record<string, unknown[]> = {
  description: ['\n', ' '],
  photoId: [null, '\n', ' ', '\u0000', '\u2028'],
  fileName: [' ', '\u2028'],
  'affairs.submit.photos': [[]],
  'affairs.rate.comment': ['\n', ' '],
  'affairs.dispatch.note': ['\n', ' '],
  'affairs.answer.photoIds': [[]],
  'notices.publish.photoIds': [[]],
  'notices.publishStreet.photoIds': [[]],
  'affairs.answer.publish': [null],
  'inbox.read.messageId': [null],
  'meetings.publish.note': ['\n', ' '],
  'meetings.publish.householdLimit': [null, 1],
  'meetings.publish.agenda': [[], ['a']],
  'meetings.edit.note': ['\n', ' '],
  'meetings.writeMinutes.text': ['\n', ' '],
  'meetings.writeMinutes.decisions': [[], ['a']],
  'meetings.writeMinutes.actions': [[]],
  'party.apply.consent': [1],
  'party.publish.note': ['\n', ' '],
  'party.publish.compound': [null],
  'party.publish.capacity': [null, 1],
  'party.edit.note': ['\n', ' '],
  'party.edit.compound': [null],
  'party.edit.capacity': [null, 1],
  'desk.end.deskId': [null],
  'duties.invite.lastDay': [null],
  'proxy.start.note': ['\n', ' '],
  'duties.invite.within': [null],
  'duties.invite.within.units': [null],
  'duties.doors.building': [null],
  'territory.addPlace.parentId': [null],
  'territory.addGrid.buildingIds': [[]],
  'territory.moveBuildings.gridId': [null],
  'territory.closeGrid.intoGridId': [null],
  'residency.bind.name': [null],
  'residency.flats.unit': [null],
  'privacy.audit.subjectId': [null],
  'privacy.audit.actorId': [null],
  'privacy.audit.action': [null],
}

/** Wrong for a text. */
const noTexts: unknown[] = [0, 1, -1, true, false, null]

/** Wrong for a whole number. */
const noNumbers: unknown[] = ['', '1', 'NaN', '-1', '0x10', '1e3', true, false, null, -5_001, 0.1]

/** Wrong for a choice between two. */
const noChoices: unknown[] = ['true', 'false', 0, 1, null, '']

/** Keys that nobody may add: whoever could would make themselves what they are not. */
export const unknownKeys = [
  'role',
  'roles',
  'points',
  'scope',
  '_id',
  '_openid',
  'openId',
  'memberId',
  'status',
  'state',
  'frozen',
  '$where',
  '$set',
  '$or',
  'a.b',
  'roles.admin',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
]

export interface BadInput {
  input: unknown
  /** The field that the answer must name; null where the whole is at fault. */
  field: string | null
}

/** An input of which every field is right. */
export const rightInput = (action: string, schema: InputSchema): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(schema.properties ?? {}).map((field) => {
      const value = known(rightValues, action, field)
      if (value === undefined) throw new Error(`no right value is known for ${action}.${field}`)
      return [field, value]
    }),
  )

/** Each field wrong in each way, each unknown key, and inputs that are none. */
export function badInputs(action: string, schema: InputSchema): BadInput[] {
  const right = rightInput(action, schema)
  const fields = Object.entries(schema.properties ?? {})
  const missing = (schema.required ?? []).map((field) => {
    const { [field]: _left, ...rest } = right
    return { input: rest, field }
  })
  const wrong = fields.flatMap(([field, type]) =>
    wrongValues(action, field, type).map((value) => ({ input: { ...right, [field]: value }, field })),
  )
  const keys = unknownKeys.map((field) => ({ input: withKey(right, field), field }))
  const whole = [7, 'text', true, [], [right]].map((input) => ({ input, field: null }))
  return [...missing, ...wrong, ...keys, ...whole]
}

function wrongValues(action: string, field: string, type: FieldSchema): unknown[] {
  if (type.type === 'integer') return [...neverRight, ...noNumbers]
  if (type.type === 'boolean') return [...neverRight, ...noChoices]
  const allowed = (known(allowedValues, action, field) ?? []).map((value) => JSON.stringify(value))
  return [...neverRight, ...noTexts].filter((value) => !allowed.includes(JSON.stringify(value)))
}

/** `__proto__` becomes a key of its own, as it does when JSON is read. */
function withKey(right: Record<string, unknown>, key: string): unknown {
  const text = JSON.stringify(right)
  const added = `${JSON.stringify(key)}:{"$gt":""}`
  return JSON.parse(text === '{}' ? `{${added}}` : `${text.slice(0, -1)},${added}}`)
}
