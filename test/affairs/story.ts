import type { Input, Output } from '@contract/index'
import { newRequestId, type Caller, type TestCloud } from '../support/cloud'

export const pinganli = 'wendeng.tianfu.pinganli'
export const liulin = 'wendeng.tianfu.liulin'
export const street = 'wendeng.tianfu'

export type OwnCase = Output<'affairs.mineShown'>
export type StaffCase = Output<'affairs.show'>
export type Submission = Input<'affairs.submit'>

/** What a new case says unless a story needs something else. */
export const submission = (fields: Partial<Submission> = {}): Submission => ({
  requestId: newRequestId(),
  communityId: pinganli,
  kind: 'report',
  category: 'sanitation',
  identity: 'named',
  text: '楼道里堆了很多杂物，请清一清。',
  place: { compound: '平安花园', building: '3 号楼', note: '1 单元门口' },
  photos: [],
  ...fields,
})

export const submitted = (who: Caller, fields: Partial<Submission> = {}): Promise<OwnCase> =>
  who.get('affairs.submit', submission(fields))

/** A change by staff, with the version that the case has now. */
export const changing = (kase: { id: string }, version: number) => ({
  requestId: newRequestId(),
  caseId: kase.id,
  version,
})

export const accepted = (who: Caller, kase: { id: string }, version = 1): Promise<StaffCase> =>
  who.get('affairs.accept', changing(kase, version))

/** Who a case can be dispatched to, by name. */
export async function handlerIds(who: Caller, communityId = pinganli): Promise<Record<string, string>> {
  const { handlers } = await who.get('affairs.handlers', { communityId })
  return Object.fromEntries(handlers.map(({ name, id }) => [name, id]))
}

export const reply = { outcome: 'solved' as const, text: '已经清理干净了。', photoIds: [], publish: null }

export const answered = (who: Caller, kase: { id: string }, version: number): Promise<StaffCase> =>
  who.get('affairs.answer', { ...changing(kase, version), ...reply })

/** A case as it is stored. */
export interface StoredCase {
  _id: string
  state: string
  version: number
  reporterId: string
  timeline: Array<{ event: string; at: string; effectId: string }>
  [field: string]: unknown
}

export async function storedCase(cloud: TestCloud, id: string): Promise<StoredCase> {
  const [found] = await cloud.engine.find({ collection: 'cases', filter: { _id: id }, limit: 1 })
  if (!found) throw new Error(`no case ${id}`)
  return found as unknown as StoredCase
}

/** Changes fields of a stored case, as no action would: for times long past. */
export const alter = (cloud: TestCloud, id: string, fields: Record<string, unknown>) =>
  cloud.engine.modify({
    collection: 'cases',
    filter: { _id: id },
    change: { $set: fields },
    replace: false,
    upsert: false,
    multi: false,
  })

/** A JPEG of one scan, as small as its form allows, with what a camera adds. */
export function jpegWith(...segments: Buffer[]): Buffer {
  const scan = Buffer.from([0x12, 0x34, 0xff, 0x00, 0x56, 0xff, 0xd0, 0x78])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...segments,
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, Buffer.alloc(15, 2)),
    segment(0xda, Buffer.alloc(10, 3)),
    scan,
    Buffer.from([0xff, 0xd9]),
  ])
}

/** A segment of a JPEG. */
export function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** Uploads a photo without anything else in it. @returns its id */
export async function uploaded(who: Caller, photo = jpegWith()): Promise<string> {
  const input = { requestId: newRequestId(), photo: photo.toString('base64') }
  return (await who.get('affairs.uploadPhoto', input)).photoId
}
