import Taro from '@tarojs/taro'

/** WeChat keeps files of the mini program here until it is removed. */
export const nameOf = (key: string) => `${Taro.env.USER_DATA_PATH ?? ''}/photo-${key}.jpg`

/** Apart from the rest of `kept-photo`, for whoever forgets drafts: the main package has no room for more. */
export const dropKeptPhoto = (key: string): void => {
  try {
    Taro.getFileSystemManager().unlinkSync(nameOf(key))
  } catch {
    // It was never kept, or is gone already.
  }
}
