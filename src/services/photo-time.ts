/** Bytes at the start of a photo in which the camera's notes stand, if it wrote any. */
export const photoHeadBytes = 131_072

/**
 * When a photo was taken, by what the camera wrote into it (EXIF `DateTimeOriginal`, else `DateTime`, as
 * `2026:11:21 14:30:05`). Cameras write no zone: here it is China's.
 * @param head the first bytes of the file
 * @returns an instant; null where the photo does not say, or says something in the future
 */
export const photoTime = (head: Uint8Array, now = Date.now()): string | null => {
  const text = Array.from(head, (byte) => String.fromCharCode(byte)).join('')
  const exifAt = text.indexOf('Exif\0\0')
  if (exifAt < 0) return null
  const dates = [...text.slice(exifAt).matchAll(/(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)\0/g)]
  // The original's time stands behind the time of the last change.
  const [, year, month, day, clock] = dates.at(-1) ?? []
  return instantBefore(Date.parse(`${year}-${month}-${day}T${clock}+08:00`), now)
}

/** A time as an instant; null where it is none, lies in the future or before there were such photos. */
export const instantBefore = (ms: number, now = Date.now()): string | null =>
  Number.isFinite(ms) && ms <= now && ms > Date.UTC(1995, 0, 1) ? new Date(ms).toISOString() : null
