import { deflateRawSync } from 'node:zlib'

/**
 * A ZIP archive of one file, the same bytes for the same content: no time stamp, no folder.
 * Layout: PKWARE APPNOTE 4.3.7, 4.3.12 and 4.3.16.
 */
export function zipOfOne(name: string, content: Buffer): Buffer {
  const title = Buffer.from(name)
  const packed = deflateRawSync(content, { level: 9 })
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  // 1 January 1980, the first day that the format knows.
  common.writeUInt16LE(0x21, 8)
  common.writeUInt32LE(crc32(content), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(content.length, 18)
  common.writeUInt16LE(title.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, title, packed])
  const attributes = Buffer.alloc(14)
  // Readable by everybody, in the upper half as Unix has it: without it the runtime may not read the file.
  attributes.writeUInt32LE(0o100644 * 0x1_0000, 6)
  const record = Buffer.concat([
    Buffer.from('PK\x01\x02', 'latin1'),
    Buffer.from([20, 3]),
    common,
    attributes,
    title,
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(record.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, record, end])
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(content: Buffer): number {
  let value = 0xffffffff
  for (const byte of content) value = (value >>> 8) ^ (table[(value ^ byte) & 0xff] ?? 0)
  return (value ^ 0xffffffff) >>> 0
}
