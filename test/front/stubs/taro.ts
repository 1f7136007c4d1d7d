// Taro's storage as a device has it, for tests of the client's services.
const kept = new Map<string, string>()

const taro = {
  getStorageSync: (key: string): unknown => {
    const text = kept.get(key)
    return text === undefined ? '' : JSON.parse(text)
  },
  setStorageSync: (key: string, value: unknown): void => void kept.set(key, JSON.stringify(value)),
  removeStorageSync: (key: string): void => void kept.delete(key),
  clearStorageSync: (): void => kept.clear(),
}

export default taro
