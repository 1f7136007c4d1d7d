import { inflateRawSync } from 'node:zlib'

/** Bytes that all files of a workbook may have once unpacked; 20,000 rows need about 8 MB. */
const maxUnpackedBytes = 64_000_000

const maxEntries = 500

/**
 * The files of a ZIP archive, unpacked. Sizes are checked before and while unpacking, so that a small file cannot
 * become a huge one.
 * @returns null when it is no archive that we take: other magic bytes, encrypted, broken, too large
 */
export function unzip(bytes: Buffer): Map<string, Buffer> | null {
  try {
    const entries = entriesOf(bytes)
    const total = entries.reduce((sum, { size }) => sum + size, 0)
    if (total > maxUnpackedBytes) return null
    return new Map(entries.map((entry) => [entry.name, contentOf(bytes, entry)]))
  } catch (error) {
    if (error instanceof BrokenArchive || isOfBytes(error)) return null
    throw error
  }
}

interface Entry {
  name: string
  method: number
  size: number
  packedSize: number
  /** Where its local header begins. */
  offset: number
}

class BrokenArchive extends Error {}

/** Signatures and layouts: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16. */
const localHeader = 0x04034b50
const directoryHeader = 0x02014b50
const endOfDirectory = 0x06054b50

function entriesOf(bytes: Buffer): Entry[] {
  if (bytes.readUInt32LE(0) !== localHeader) throw new BrokenArchive()
  const end = endOffset(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count === 0 || count > maxEntries) throw new BrokenArchive()
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  while (entries.length < count) {
    if (bytes.readUInt32LE(at) !== directoryHeader) throw new BrokenArchive()
    const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1
    if (isEncrypted) throw new BrokenArchive()
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** The end record lies in the last bytes, before a comment of at most 64 KB. */
function endOffset(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= first; at -= 1)
    if (bytes.readUInt32LE(at) === endOfDirectory) return at
  throw new BrokenArchive()
}

function contentOf(bytes: Buffer, { method, size, packedSize, offset }: Entry): Buffer {
  if (bytes.readUInt32LE(offset) !== localHeader) throw new BrokenArchive()
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const packed = bytes.subarray(start, start + packedSize)
  if (method === 0 && packedSize === size) return packed
  // An entry that unpacks to more than it declares is an attack or broken; zlib stops there.
  if (method === 8) return size === 0 ? Buffer.alloc(0) : inflateRawSync(packed, { maxOutputLength: size })
  throw new BrokenArchive()
}

/** Codes of Node's buffers (reading past the end) and of zlib. */
const isOfBytes = (error: unknown): boolean =>
  /^(Z_|ERR_BUFFER_|ERR_OUT_OF_RANGE)/.test(String((error as { code?: unknown } | null)?.code))
