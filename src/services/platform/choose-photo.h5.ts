import { limits } from '@contract/limits'
import { pickFile, readBase64 } from './pick-file.h5'
import { maxPhotoSide, type Picked } from './picked'

/** Lets the person choose a photo; gives a JPEG of at most `limits.photoBytes`, turned upright, without EXIF. */
export const choosePhoto = async (): Promise<Picked> => {
  const file = await pickFile('image/*')
  if (!file) return { kind: 'cancelled' }
  try {
    const bitmap = await createImageBitmap(file)
    const blob = await shrink(bitmap)
    if (!blob) return { kind: 'too-large' }
    return { kind: 'picked', base64: await readBase64(blob), name: file.name }
  } catch {
    return { kind: 'unreadable' }
  }
}

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
