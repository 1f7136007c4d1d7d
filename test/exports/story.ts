import readXlsxFile from 'read-excel-file/universal'
import { strFromU8, unzipSync } from 'fflate'
import type { Output } from '@contract/index'
import type { CallInput } from '../support/caller'
import { newRequestId, type Caller, type TestCloud } from '../support/cloud'

export const pinganli = 'wendeng.tianfu.pinganli'
export const liulin = 'wendeng.tianfu.liulin'

export const hour = 3_600_000

export type Asked = CallInput<'exports.ask'>['what']
export type Export = Output<'exports.ask'>

export const masked: Asked = { kind: 'households', unmaskedBecause: null }
export const inFull: Asked = { kind: 'households', unmaskedBecause: '街道要核对人口' }

export const asked = (who: Caller, what: Asked = { kind: 'items' }, communityId = pinganli) =>
  who.get('exports.ask', { requestId: newRequestId(), communityId, what })

export const one = ({ id }: { id: string }, communityId = pinganli) => ({ communityId, exportId: id })

/** Calls build until it has come to its end, as the page does. */
export async function built(who: Caller, begun: { id: string }): Promise<Export & { calls: number }> {
  for (let calls = 1; calls < 100; calls += 1) {
    const now = await who.get('exports.build', one(begun))
    if (now.state !== 'building') return { ...now, calls }
  }
  throw new Error('an export that does not end')
}

export const made = async (who: Caller, what: Asked): Promise<Export> => built(who, await asked(who, what))

/** A workbook as somebody has it on a computer. */
export interface Workbook {
  fileName: string
  url: string
  /** The rows of the first sheet, its header first. */
  rows: Array<Array<string | number | null>>
  /** What the second sheet says. */
  about: Record<string, string | number>
  /** The parts of the file, by path. */
  parts: Record<string, string>
}

export async function fetched(who: Caller, { id }: { id: string }): Promise<Workbook> {
  const { url, fileName } = await who.get('exports.handOut', one({ id }))
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
  const [rows, about] = await readXlsxFile(bytes.buffer)
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)])
  return {
    fileName,
    url,
    rows: (rows?.data ?? []) as Workbook['rows'],
    about: Object.fromEntries((about?.data ?? []).slice(1)) as Workbook['about'],
    parts: Object.fromEntries(parts) as Workbook['parts'],
  }
}

export const workbookOf = async (who: Caller, what: Asked): Promise<Workbook> =>
  fetched(who, await made(who, what))

/** Moves the clock of the exports and the timers; the callers' own stays. */
export const later = (cloud: TestCloud, ms: number): void =>
  cloud.faults.set({ clockSkewMs: { exports: ms, jobs: ms } })

export async function swept(cloud: TestCloud): Promise<Output<'jobs.removeExports'>> {
  const reply = await cloud.timer('removeExports')
  if (!reply.ok) throw new Error(reply.code)
  return reply.data
}

/** Documents as they are stored. */
export const stored = async <D>(cloud: TestCloud, collection: string, filter = {}): Promise<D[]> =>
  (await cloud.engine.find({ collection, filter, limit: 1000 })) as unknown as D[]
