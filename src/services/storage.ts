import Taro from '@tarojs/taro'

/** What was kept under a name on this device; null when there is nothing or the device refuses. */
export const readStored = <T>(key: string): T | null => {
  try {
    const value: unknown = Taro.getStorageSync(key)
    return value === '' || value === undefined ? null : (value as T)
  } catch {
    return null
  }
}

/** Keeps a value that JSON can hold. A full device loses the value, not the page. */
export const store = (key: string, value: unknown): void => {
  try {
    Taro.setStorageSync(key, value)
  } catch {
    // Private windows and full devices refuse: the page goes on with what it has in memory.
  }
}

export const forget = (key: string): void => {
  try {
    Taro.removeStorageSync(key)
  } catch {
    // As above.
  }
}

/** The names of all that is kept under a name that starts so. */
export const storedNames = (prefix: string): string[] => {
  try {
    return Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(prefix))
  } catch {
    return []
  }
}
