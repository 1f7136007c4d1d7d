import Taro from '@tarojs/taro'

/** WeChat keeps files of the mini program here until it is removed. */
const pathOf = (key: string) => `${Taro.env.USER_DATA_PATH ?? ''}/photo-${key}.jpg`

/** Keeps a JPEG on the device until it is uploaded. @param key of the photo in its draft */
export const keepPhoto = (key: string, base64: string): void => {
  Taro.getFileSystemManager().writeFileSync(pathOf(key), base64, 'base64')
}

/** @returns base64; null when the device has lost it */
export const readKeptPhoto = (key: string): string | null => {
  try {
    return String(Taro.getFileSystemManager().readFileSync(pathOf(key), 'base64'))
  } catch {
    return null
  }
}

/** Where to show it from: a path, since the picture itself is too large to hand to a page. */
export const keptPhotoUrl = (key: string): string | null => {
  try {
    Taro.getFileSystemManager().accessSync(pathOf(key))
    return pathOf(key)
  } catch {
    return null
  }
}

export const dropKeptPhoto = (key: string): void => {
  try {
    Taro.getFileSystemManager().unlinkSync(pathOf(key))
  } catch {
    // It was never kept, or is gone already.
  }
}
