import { limits } from '@contract/limits'
import { instantBefore, photoHeadBytes, photoTime } from '../photo-time'
import { pickFiles, readBase64 } from './pick-file.h5'
import { maxPhotoSide, type PickedPhoto } from './picked'

/** Lets the person choose a photo; gives a JPEG of at most `limits.photoBytes`, turned upright, without EXIF. */
export const choosePhoto = async (): Promise<PickedPhoto> =>
  (await choosePhotos(1))[0] ?? { kind: 'cancelled' }

/** Several at once. @returns none when given up */
export const choosePhotos = async (most: number): Promise<PickedPhoto[]> => {
  const photos: PickedPhoto[] = []
  for (const file of await pickFiles('image/*', most)) photos.push(await read(file))
  return photos
}

const read = async (file: File): Promise<PickedPhoto> => {
  try {
    const blob = await shrink(await createImageBitmap(file))
    if (!blob) return { kind: 'too-large' }
    return { kind: 'picked', base64: await readBase64(blob), name: file.name, takenAt: await timeOf(file) }
  } catch {
    return { kind: 'unreadable' }
  }
}

/** What the camera wrote, else when the file was last written. */
const timeOf = async (file: File): Promise<string | null> =>
  photoTime(new Uint8Array(await file.slice(0, photoHeadBytes).arrayBuffer())) ??
  instantBefore(file.lastModified)

const shrink = async (bitmap: ImageBitmap): Promise<Blob | null> => {
  const scale = Math.min(1, maxPhotoSide / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return null
  // JPEG has no transparency: what was clear becomes white, not black.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  for (const quality of [0.85, 0.7, 0.5]) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    if (blob && blob.size <= limits.photoBytes) return blob
  }
  return null
}
