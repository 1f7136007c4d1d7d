import Taro from '@tarojs/taro'
import { limits } from '@contract/limits'
import { maxPhotoSide, type Picked } from './picked'

/** Lets the person take or choose a photo; gives a JPEG of at most `limits.photoBytes`. */
export const choosePhoto = async (): Promise<Picked> => {
  const path = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] })
    .then(({ tempFiles }) => tempFiles[0]?.tempFilePath ?? null)
    .catch(() => null)
  if (!path) return { kind: 'cancelled' }
  try {
    for (const quality of [85, 70, 50]) {
      const base64 = await readCompressed(path, quality)
      if (base64.length * 0.75 <= limits.photoBytes) return { kind: 'picked', base64, name: 'photo.jpg' }
    }
    return { kind: 'too-large' }
  } catch {
    return { kind: 'unreadable' }
  }
}

const readCompressed = async (src: string, quality: number): Promise<string> => {
  const { tempFilePath } = await Taro.compressImage({ src, quality, compressedWidth: maxPhotoSide })
  return String(Taro.getFileSystemManager().readFileSync(tempFilePath, 'base64'))
}
