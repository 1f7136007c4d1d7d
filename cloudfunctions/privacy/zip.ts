import { zipSync, type Zippable } from 'fflate'

/** A file that goes into an archive; no two of one archive have the same name. */
export interface ZipFile {
  name: string
  content: Buffer
}

/** The files have no time of their own: a day that the format knows in every zone. */
const mtime = '1980-01-02'

const photo = /\.(jpe?g|png|webp)$/

/** A ZIP archive. Photos are stored as they are: they do not get smaller. */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const entries: Zippable = {}
  for (const { name, content } of files) entries[name] = [content, { level: photo.test(name) ? 0 : 6, mtime }]
  return Buffer.from(zipSync(entries))
}
