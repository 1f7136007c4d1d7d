import { deflateRawSync } from 'node:zlib'

interface File {
  name: string
  content: Buffer
  /** Instead of the content's own packed bytes. */
  packed?: Buffer
  /** Instead of the content's own size. */
  declaredSize?: number
}

/** A ZIP archive that can lie about its sizes. */
export function zipOf(files: readonly File[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, packed = deflateRawSync(content), declaredSize = content.length } of files) {
    const title = Buffer.from(name)
    const sizes = Buffer.alloc(16)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(declaredSize, 8)
    sizes.writeUInt16LE(title.length, 12)
    const local = Buffer.concat([
      Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 8, 8, 0, 0, 0, 0, 0]),
      sizes,
      title,
      packed,
    ])
    const record = Buffer.alloc(46)
    Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 8, 8, 0]).copy(record)
    sizes.copy(record, 16, 0, 14)
    record.writeUInt32LE(offset, 42)
    locals.push(local)
    directory.push(record, title)
    offset += local.length
  }
  const end = Buffer.alloc(22)
  Buffer.from([0x50, 0x4b, 5, 6]).copy(end)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end])
}
