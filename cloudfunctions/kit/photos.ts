import { withoutMetadata } from './photo-metadata'

/** Kinds of picture that are taken, told by their first bytes and never by a name. */
export type PhotoKind = 'jpg' | 'png' | 'webp'

/** A picture as it may be kept. */
export interface Picture {
  kind: PhotoKind
  /** Without what a camera or a program wrote beside the picture. */
  bytes: Buffer
}

/**
 * What somebody uploaded, as far as it may be kept.
 * @returns null for what is no picture, is not laid out as one, or is a web page as well
 */
export function pictureIn(upload: Buffer): Picture | null {
  const kind = kindOfPhoto(upload)
  const bytes = kind && !holdsPage(upload) ? withoutMetadata(upload, kind) : null
  return kind && bytes && { kind, bytes }
}

/** What the bytes are; null for anything else, scripts and vector graphics included. */
export function kindOfPhoto(bytes: Buffer): PhotoKind | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpg'
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png'
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'webp'
  return null
}

/**
 * Whether a browser that guessed could take the bytes for a page: a tag that runs or loads something, and readable
 * text after it. The text is asked for because five bytes come up by chance in one picture of some thousands.
 */
const holdsPage = (bytes: Buffer): boolean =>
  /<(?:!doctype|html|head|body|script|style|svg|iframe|object|embed|meta|link|base|form|img)[\s/>][\t\n\r -~]{4}/i.test(
    bytes.toString('latin1'),
  )
