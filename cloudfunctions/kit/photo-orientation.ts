/** Which way up a picture is (EXIF 2.32, tag 0x0112): 1 as it is, 2 to 8 turned or mirrored. */
type Orientation = number

const tag = 0x0112

/** Entries of the first directory that are looked at; cameras write some twenty. */
const maxEntries = 100

/**
 * The orientation in an APP1 segment's data.
 * @returns 2 to 8; null where it is not EXIF, says nothing of it, or says that the picture is upright
 */
export function orientationIn(data: Buffer): Orientation | null {
  if (data.toString('latin1', 0, 6) !== 'Exif\0\0') return null
  const tiff = data.subarray(6)
  const order = tiff.toString('latin1', 0, 2)
  if (tiff.length < 10 || (order !== 'II' && order !== 'MM')) return null
  const read16 = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const start = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (start + 2 > tiff.length) return null
  const entries = Math.min(read16(start), maxEntries)
  for (let at = start + 2; at < start + 2 + entries * 12 && at + 12 <= tiff.length; at += 12) {
    const value = read16(at) === tag ? read16(at + 8) : 0
    if (value >= 2 && value <= 8) return value
  }
  return null
}

/** An APP1 segment that says which way up the picture is, and nothing else. */
export function orientationSegment(orientation: Orientation): Buffer {
  const header = 'Exif\0\0MM\0\x2a\0\0\0\x08\0\x01'
  const entry = `\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(orientation)}\0\0\0\0\0\0`
  const data = Buffer.from(header + entry, 'latin1')
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, data.length + 2]), data])
}
