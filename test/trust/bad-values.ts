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

/** A right value for each field that any action has, so that all but the one tried are right. */
export const rightValues: Record<string, unknown> = {
  requestId: 'request-0123456789',
  communityId: 'wendeng.tianfu.pinganli',
  itemId: `i_${'a'.repeat(22)}`,
  redemptionId: `r_${'a'.repeat(22)}`,
  importId: `x_${'a'.repeat(22)}`,
  before: 5,
  limit: 5,
  quantity: 1,
  atMostPoints: 10,
  code: 'JL1.none.1.none',
  version: 1,
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
}

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
const allowedTexts: Record<string, unknown[]> = {
  description: ['\n', ' '],
  photoId: [null, '\n', ' ', '\u0000', '\u2028'],
  fileName: [' ', '\u2028'],
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
export const rightInput = (schema: InputSchema): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(schema.properties ?? {}).map((field) => {
      if (!(field in rightValues)) throw new Error(`no right value is known for ${field}`)
      return [field, rightValues[field]]
    }),
  )

/** Each field wrong in each way, each unknown key, and inputs that are none. */
export function badInputs(schema: InputSchema): BadInput[] {
  const right = rightInput(schema)
  const fields = Object.entries(schema.properties ?? {})
  const missing = (schema.required ?? []).map((field) => {
    const { [field]: _left, ...rest } = right
    return { input: rest, field }
  })
  const wrong = fields.flatMap(([field, type]) =>
    wrongValues(field, type).map((value) => ({ input: { ...right, [field]: value }, field })),
  )
  const keys = unknownKeys.map((field) => ({ input: withKey(right, field), field }))
  const whole = [7, 'text', true, [], [right]].map((input) => ({ input, field: null }))
  return [...missing, ...wrong, ...keys, ...whole]
}

function wrongValues(field: string, type: FieldSchema): unknown[] {
  if (type.type === 'integer') return [...neverRight, ...noNumbers]
  if (type.type === 'boolean') return [...neverRight, ...noChoices]
  const allowed = allowedTexts[field] ?? []
  return [...neverRight, ...noTexts].filter((value) => !allowed.includes(value))
}

/** `__proto__` becomes a key of its own, as it does when JSON is read. */
function withKey(right: Record<string, unknown>, key: string): unknown {
  const text = JSON.stringify(right)
  const added = `${JSON.stringify(key)}:{"$gt":""}`
  return JSON.parse(text === '{}' ? `{${added}}` : `${text.slice(0, -1)},${added}}`)
}
