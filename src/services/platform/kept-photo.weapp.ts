import Taro from '@tarojs/taro'
import { nameOf } from './drop-photo'

/** Keeps a JPEG on the device until it is uploaded. @param key of the photo in its draft */
export const keepPhoto = (key: string, base64: string): void => {
  Taro.getFileSystemManager().writeFileSync(nameOf(key), base64, 'base64')
}

/** @returns base64; null when the device has lost it */
export const readKeptPhoto = (key: string): string | null => {
  try {
    return String(Taro.getFileSystemManager().readFileSync(nameOf(key), 'base64'))
  } catch {
    return null
  }
}

/** Where to show it from: a path, since the picture itself is too large to hand to a page. */
export const keptPhotoUrl = (key: string): string | null => {
  try {
    Taro.getFileSystemManager().accessSync(nameOf(key))
    return nameOf(key)
  } catch {
    return null
  }
}
