import fc from 'fast-check'
import { withoutMetadata } from '../../cloudfunctions/kit/photo-metadata'
import { jpegWith, segment } from '../affairs/story'

const secrets = ['GPS 37.19N 122.05E', 'Huawei P60 of Zhang', '2026:11:21 09:00:00', 'thumbnail bytes']

/** An EXIF block as a phone writes it: a header, one entry, and its words. */
const exif = segment(0xe1, Buffer.from(`Exif\0\0II*\0\b\0\0\0\x01\0${secrets.join('\0')}`, 'latin1'))
const xmp = segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${secrets[0]}</x:xmpmeta>`))
const comment = segment(0xfe, Buffer.from(secrets[1]!))
const preview = segment(0xe0, Buffer.from(`JFXX\0\x10${secrets[3]}`, 'latin1'))
const vendor = segment(0xe5, Buffer.from(secrets[2]!))
const profile = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours', 'latin1'))

function pngChunk(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, data, Buffer.from('crc!')])
}

const pngWith = (...chunks: Buffer[]) =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', Buffer.alloc(13, 1)),
    ...chunks,
    pngChunk('IDAT', Buffer.alloc(41, 2)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])

function webpChunk(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

function webpWith(flags: number, ...chunks: Buffer[]): Buffer {
  const parts = [
    webpChunk('VP8X', Buffer.from([flags, 0, 0, 0, 1, 0, 0, 1, 0, 0])),
    webpChunk('VP8 ', Buffer.alloc(31, 3)),
    ...chunks,
  ]
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(4 + Buffer.concat(parts).length, 4)
  return Buffer.concat([head, ...parts])
}

const text = (words: string) => Buffer.from(words)

describe('[A2] a photo without its metadata', () => {
  test('JPEG: place, device, time, comment and preview are gone, the picture is byte for byte the same', () => {
    const dirty = Buffer.concat([
      jpegWith(exif, xmp, comment, preview, vendor, profile),
      text(secrets.join(' ')),
    ])
    const clean = withoutMetadata(dirty, 'jpg')!
    for (const secret of [...secrets, 'Exif', 'xmpmeta', 'JFXX']) expect(clean.includes(secret)).toBe(false)
    expect(clean.equals(jpegWith(profile))).toBe(true)
  })

  test.each(['II', 'MM'])('JPEG, %s: of the EXIF only which way is up is written anew', (order) => {
    const bytes = (value: number, size: number) => {
      const big = Array.from({ length: size }, (_, index) => (value >> (8 * (size - 1 - index))) & 255)
      return Buffer.from(order === 'MM' ? big : big.reverse())
    }
    const entry = (tag: number, value: number) =>
      Buffer.concat([bytes(tag, 2), bytes(3, 2), bytes(1, 4), bytes(value, 2), bytes(0, 2)])
    const camera = (value: number) =>
      segment(
        0xe1,
        Buffer.concat([
          text(`Exif\0\0${order}`),
          ...[bytes(42, 2), bytes(8, 4), bytes(2, 2), entry(0x0110, 7), entry(0x0112, value)],
          text(secrets.join('\0')),
        ]),
      )
    const clean = withoutMetadata(jpegWith(camera(6)), 'jpg')!
    for (const secret of secrets) expect(clean.includes(secret)).toBe(false)
    expect(clean.length).toBe(jpegWith().length + 36)
    expect(withoutMetadata(clean, 'jpg')!.equals(clean)).toBe(true)
    expect(clean.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true)
    for (const upright of [0, 1, 9, 65_535])
      expect(withoutMetadata(jpegWith(camera(upright)), 'jpg')!.equals(jpegWith())).toBe(true)
  })

  test('JPEG of several scans, as progressive ones are', () => {
    const scan = Buffer.concat([
      segment(0xc4, Buffer.alloc(20, 9)),
      segment(0xda, Buffer.alloc(6, 1)),
      text('scan data'),
    ])
    const whole = (extra: Buffer) => {
      const one = jpegWith()
      return Buffer.concat([one.subarray(0, -2), extra, scan, one.subarray(-2)])
    }
    expect(withoutMetadata(whole(exif), 'jpg')!.equals(whole(Buffer.alloc(0)))).toBe(true)
  })

  test('PNG: texts, EXIF and time are gone', () => {
    const extra = ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'prVt'].map((name) =>
      pngChunk(name, text(secrets[0]!)),
    )
    const kept = pngChunk('gAMA', Buffer.alloc(4, 5))
    const dirty = Buffer.concat([pngWith(kept, ...extra), text(secrets[1]!)])
    expect(withoutMetadata(dirty, 'png')!.equals(pngWith(kept))).toBe(true)
  })

  test('WebP: EXIF and XMP are gone, and its header no longer announces them', () => {
    const dirty = webpWith(
      0x1c,
      webpChunk('EXIF', text('odd' + secrets[0])),
      webpChunk('XMP ', text(secrets[1]!)),
    )
    expect(withoutMetadata(dirty, 'webp')!.equals(webpWith(0x10))).toBe(true)
  })

  test('of a picture that is cut short, or none at all, is null', () => {
    const jpeg = jpegWith(exif)
    for (const length of [2, 3, 4, 20, 60, jpeg.length - 1])
      expect(withoutMetadata(jpeg.subarray(0, length), 'jpg')).toBeNull()
    const png = pngWith()
    for (const length of [8, 12, 40, png.length - 1])
      expect(withoutMetadata(png.subarray(0, length), 'png')).toBeNull()
    expect(withoutMetadata(text('RIFF\0\0\0\0WEBP'), 'webp')).toBeNull()
    expect(withoutMetadata(Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'jpg')).toBeNull()
  })

  test("comes to an end, whatever the bytes, and never holds a camera's block", () => {
    const heads = {
      jpg: jpegWith().subarray(0, 2),
      png: pngWith().subarray(0, 8),
      webp: text('RIFF0000WEBP'),
    }
    fc.assert(
      fc.property(fc.constantFrom('jpg', 'png', 'webp'), fc.uint8Array({ maxLength: 400 }), (kind, rest) => {
        const clean = withoutMetadata(Buffer.concat([heads[kind], rest]), kind)
        return clean === null || clean.length <= heads[kind].length + rest.length
      }),
      { numRuns: 2_000 },
    )
  })
})
