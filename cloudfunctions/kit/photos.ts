/** Kinds of picture that are taken, told by their first bytes and never by a name. */
export type PhotoKind = 'jpg' | 'png' | 'webp'

/** What the bytes are; null for anything else, scripts and vector graphics included. */
export function kindOfPhoto(bytes: Buffer): PhotoKind | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpg'
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png'
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'webp'
  return null
}
