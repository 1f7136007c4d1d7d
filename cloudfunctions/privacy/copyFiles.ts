import { photosOf } from '../affairs/read'
import { bounds } from '../contract/privacy-bounds'
import type { Database } from '../kit/database'
import type { Files } from '../kit/files'
import type { Holding, Person } from '../kit/holding'
import { chinaMinute } from '../kit/time'
import { personOf } from './person'
import { zipOf, type ZipFile } from './zip'

interface Stores {
  db: Database
  files: Files
}

/** One file of a copy. */
export interface CopyFile {
  name: string
  content: Buffer
}

/**
 * The file of a copy with that number: 0 is the data, the others hold photos, `photosPerFile` each. Round trips: one a
 * page of each collection, or one.
 * @returns null where there is no such file
 */
export async function copyFile(
  stores: Stores,
  holdings: readonly Holding[],
  memberId: string,
  number: number,
  now: Date,
): Promise<CopyFile | null> {
  if (number > 0) return photosFile(stores, memberId, number)
  const person = await personOf(stores.db, memberId)
  const parts: ZipFile[] = []
  const lines: string[] = []
  for (const held of holdings) {
    const rows = await rowsOf(stores.db, held, person)
    if (rows.length === 0) continue
    parts.push({ name: `${held.title}.json`, content: Buffer.from(JSON.stringify(rows, null, 2)) })
    lines.push(`${held.title}.json：${rows.length} 条。${keptWords(held)}`)
  }
  const guide = Buffer.from(guideOf(lines, now))
  return { name: '我的信息.zip', content: zipOf([{ name: '说明.txt', content: guide }, ...parts]) }
}

async function rowsOf(db: Database, { people }: Holding, person: Person): Promise<object[]> {
  const rows: object[] = []
  let after: string | null = ''
  while (people && after !== null && rows.length < bounds.copyRows) {
    const page: Awaited<ReturnType<typeof people.copied>> = await people.copied(db, person, after)
    rows.push(...page.rows)
    after = page.nextAfter
  }
  return rows
}

async function photosFile({ db, files }: Stores, memberId: string, number: number): Promise<CopyFile | null> {
  const from = (number - 1) * bounds.photosPerFile
  const mine = (await photosOf(db, memberId)).slice(from, from + bounds.photosPerFile)
  const parts: ZipFile[] = []
  for (const [index, photoId] of mine.entries()) {
    const content = await files.download(photoId)
    const kind = /\.\w+$/.exec(photoId)?.[0] ?? ''
    if (content) parts.push({ name: `照片${from + index + 1}${kind}`, content })
  }
  return mine.length > 0 ? { name: `我的照片${number}.zip`, content: zipOf(parts) } : null
}

const guideOf = (lines: readonly string[], now: Date): string =>
  [
    `这是近邻在 ${chinaMinute(now)} 保存的关于你的信息。`,
    `每个文件是一类，用记事本就能打开。一类最多 ${bounds.copyRows} 条，照片最多 ${(bounds.copyFiles - 1) * bounds.photosPerFile} 张，更多的请找社区。`,
    '',
    ...lines,
    '',
  ].join('\r\n')

const keptWords = ({ erase, outdated }: Holding): string =>
  [
    { removed: '注销时删除', wiped: '注销时清除', kept: '注销后保留' }[erase.how],
    `：${erase.why}。`,
    outdated.days === null ? '' : `保留 ${outdated.days} 天：${outdated.why}。`,
  ].join('')
