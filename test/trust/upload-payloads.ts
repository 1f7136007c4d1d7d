import { jpegWith, segment } from '../affairs/story'

/** Actions that take a photo, and those that take a workbook: every way in for a file. */
export const photoDoors = ['affairs.uploadPhoto', 'notices.uploadPhoto', 'points.uploadItemPhoto'] as const
export const workbookDoors = ['imports.stage'] as const

export type PhotoDoor = (typeof photoDoors)[number]

export const base64 = (...parts: (string | Buffer)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string))).toString('base64')

const page = '<html><body><script>alert(1)</script></body></html>'
const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'
const filled = (text: string) => text.padEnd(300)

/** Files that are neither a photo nor a workbook, whatever they call themselves. */
export const notTaken: Record<string, string> = {
  'a vector graphic': base64(filled(svg)),
  'a page': base64(filled(page)),
  'a page that begins like a JPEG': base64(Buffer.from([0xff, 0xd8, 0xff]), filled(page)),
  'a JPEG with a page after its end': base64(jpegWith(), page),
  'a JPEG with a page in its comment': base64(jpegWith(segment(0xfe, Buffer.from(page)))),
  'a JPEG with a script in its colour profile': base64(
    jpegWith(segment(0xe2, Buffer.from(`ICC_PROFILE\0${page}`))),
  ),
  'a JPEG that is a vector graphic as well': base64(jpegWith(segment(0xfe, Buffer.from('-->'))), svg),
  'a page in the wrapper of a WebP': base64(
    Buffer.from('RIFF\x2c\x01\0\0WEBPICCP\x20\x01\0\0', 'latin1'),
    page.padEnd(288),
  ),
  'an animation': base64('GIF89a', filled('')),
  'a document': base64('%PDF-1.7', filled('')),
  'half a JPEG': base64(jpegWith().subarray(0, 100)),
}
