import Taro from '@tarojs/taro'
import { limits } from '@contract/limits'
import { photoHeadBytes, photoTime } from '../photo-time'
import { maxPhotoSide, type PickedPhoto } from './picked'
import { collect } from './privacy.weapp'

/** Lets the person take or choose a photo; gives a JPEG of at most `limits.photoBytes`. */
export const choosePhoto = async (): Promise<PickedPhoto> =>
  (await choosePhotos(1))[0] ?? { kind: 'cancelled' }

/** Several at once. @returns none when given up */
export const choosePhotos = async (most: number): Promise<PickedPhoto[]> => {
  const options = { count: most, mediaType: ['image' as const], sizeType: ['original' as const] }
  const files = (await collect('photo', () => Taro.chooseMedia(options)))?.tempFiles ?? []
  const photos: PickedPhoto[] = []
  for (const { tempFilePath } of files) photos.push(await read(tempFilePath))
  return photos
}

const read = async (path: string): Promise<PickedPhoto> => {
  try {
    const takenAt = timeOf(path)
    for (const quality of [85, 70, 50]) {
      const base64 = await readCompressed(path, quality)
      if (base64.length * 0.75 <= limits.photoBytes) {
        return { kind: 'picked', base64, name: 'photo.jpg', takenAt }
      }
    }
    return { kind: 'too-large' }
  } catch {
    return { kind: 'unreadable' }
  }
}

/** Only the original holds it: what WeChat compresses has lost it. */
const timeOf = (path: string): string | null => {
  try {
    const files = Taro.getFileSystemManager()
    const { size } = files.statSync(path) as { size: number }
    const head = files.readFileSync(path, undefined, 0, Math.min(size, photoHeadBytes))
    return typeof head === 'string' ? null : photoTime(new Uint8Array(head))
  } catch {
    return null
  }
}

const readCompressed = async (src: string, quality: number): Promise<string> => {
  const { tempFilePath } = await Taro.compressImage({ src, quality, compressedWidth: maxPhotoSide })
  return String(Taro.getFileSystemManager().readFileSync(tempFilePath, 'base64'))
}
