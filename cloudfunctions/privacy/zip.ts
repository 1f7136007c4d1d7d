import { deflateRawSync } from 'node:zlib'

/** A file that goes into an archive. */
export interface ZipFile {
  name: string
  content: Buffer
}

/**
 * A ZIP archive. Names are UTF-8 (bit 11 of the flags). What does not get smaller, e.g. a photo, is stored as it is.
 * Layouts: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of files) {
    const deflated = deflateRawSync(content)
    const isSmaller = deflated.length < content.length
    const packed = isSmaller ? deflated : content
    const path = Buffer.from(name, 'utf8')
    const facts = factsOf(content, packed.length, isSmaller, path.length)
    directory.push(directoryHeader(facts, offset), path)
    const entry = Buffer.concat([localHeader(facts), path, packed])
    local.push(entry)
    offset += entry.length
  }
  const central = Buffer.concat(directory)
  return Buffer.concat([...local, central, endOfDirectory(files.length, central.length, offset)])
}

/** What both headers say of a file, from its version to the length of its name: 26 bytes. */
function factsOf(content: Buffer, packedLength: number, isDeflated: boolean, nameLength: number): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(0x0800, 2)
  facts.writeUInt16LE(isDeflated ? 8 : 0, 4)
  // No time of its own: the first day that the format knows.
  facts.writeUInt16LE(0x0021, 8)
  facts.writeUInt32LE(crc32(content), 10)
  facts.writeUInt32LE(packedLength, 14)
  facts.writeUInt32LE(content.length, 18)
  facts.writeUInt16LE(nameLength, 22)
  return facts
}

const localHeader = (facts: Buffer): Buffer => Buffer.concat([signature(0x04034b50), facts])

function directoryHeader(facts: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), facts, rest])
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([signature(0x06054b50), end])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const crcTable = Uint32Array.from({ length: 256 }, (_none, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** `zlib.crc32` came with Node 20.15; the functions run on 18 too. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}
