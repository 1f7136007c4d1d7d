import { orientationIn, orientationSegment } from './photo-orientation'
import type { PhotoKind } from './photos'

/**
 * A photo without what the camera or a program wrote beside the picture: place, time, device, owner, comments,
 * previews. Only the parts that a picture is made of are kept, byte for byte; whatever follows its end is dropped.
 * Of a JPEG's EXIF one number is written anew, so that a phone's picture is not seen on its side: which way is up.
 * @returns null when the bytes are not laid out as their kind must be
 */
export function withoutMetadata(bytes: Buffer, kind: PhotoKind): Buffer | null {
  const parts = kind === 'jpg' ? jpegParts(bytes) : kind === 'png' ? pngParts(bytes) : webpParts(bytes)
  return parts && Buffer.concat(parts)
}

const jpeg = { end: 0xd9, exif: 0xe1, scan: 0xda, comment: 0xfe, firstApp: 0xe0, lastApp: 0xef }

/** ITU-T T.81, annex B: segments of a marker, a length and data; after a scan's header its data up to a marker. */
function jpegParts(bytes: Buffer): Buffer[] | null {
  const parts = [bytes.subarray(0, 2)]
  let at = 2
  for (let scans = 0; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (marker === jpeg.end) return scans > 0 ? [...parts, bytes.subarray(at, at + 2)] : null
    else {
      const end = at + 4 <= bytes.length ? at + 2 + bytes.readUInt16BE(at + 2) : Infinity
      if (end < at + 4 || end > bytes.length || marker < 0xc0) return null
      const data = bytes.subarray(at + 4, end)
      const orientation = marker === jpeg.exif ? orientationIn(data) : null
      if (orientation !== null) parts.push(orientationSegment(orientation))
      else if (isOfPicture(marker, data)) parts.push(bytes.subarray(at, end))
      at = end
      if (marker === jpeg.scan) {
        scans += 1
        at = endOfScan(bytes, end)
        parts.push(bytes.subarray(end, at))
      }
    }
  }
  return null
}

/** Of the application's segments the picture needs its density, its colour profile and Adobe's colour transform. */
function isOfPicture(marker: number, data: Buffer): boolean {
  const begins = (text: string) => data.toString('latin1', 0, text.length) === text
  if (marker === 0xe0) return begins('JFIF\0')
  if (marker === 0xe2) return begins('ICC_PROFILE\0')
  if (marker === 0xee) return begins('Adobe')
  return marker !== jpeg.comment && (marker < jpeg.firstApp || marker > jpeg.lastApp)
}

/** The next marker that is neither a stuffed byte nor a restart: the scan's data end before it. */
function endOfScan(bytes: Buffer, from: number): number {
  for (
    let at = bytes.indexOf(0xff, from);
    at >= 0 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

const pngChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD pHYs acTL fcTL fdAT'.split(' '),
)

/** PNG, chapter 5: chunks of length, name, data and checksum. */
function pngParts(bytes: Buffer): Buffer[] | null {
  const parts = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length) return null
    if (pngChunks.has(name)) parts.push(bytes.subarray(at, end))
    if (name === 'IEND') return parts
    at = end
  }
  return null
}

const webpChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

/** RFC 9649: RIFF chunks of name, length and data, padded to an even length. */
function webpParts(bytes: Buffer): Buffer[] | null {
  if (bytes.length < 12) return null
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4))
  const parts: Buffer[] = []
  for (let at = 12; at < end;) {
    const size = at + 8 <= end ? bytes.readUInt32LE(at + 4) : Infinity
    const next = at + 8 + size + (size % 2)
    if (!(at + 8 + size <= end)) return null
    const name = bytes.toString('latin1', at, at + 4)
    if (webpChunks.has(name)) parts.push(webpChunk(name, bytes.subarray(at, Math.min(next, end))))
    at = next
  }
  if (parts.length === 0) return null
  const header = Buffer.from(bytes.subarray(0, 12))
  header.writeUInt32LE(4 + parts.reduce((sum, { length }) => sum + length, 0), 4)
  return [header, ...parts]
}

/** The header of an extended file says which chunks follow: neither EXIF (8) nor XMP (4) does any more. */
function webpChunk(name: string, chunk: Buffer): Buffer {
  if (name !== 'VP8X' || chunk.length < 9) return chunk
  const header = Buffer.from(chunk)
  header[8] = (header[8] ?? 0) & ~0x0c
  return header
}
