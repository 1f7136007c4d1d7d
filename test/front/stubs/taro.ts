// Taro's storage and stack of pages as a device has them, for tests of the client's services.
const kept = new Map<string, string>()

const stack: Array<{ route: string; $taroParams: Record<string, string> }> = []

/** In WeChat a parameter stays as it stands in the address. */
const pageOf = ({ url }: { url: string }): (typeof stack)[number] => {
  const [path = '', query = ''] = url.split('?')
  const pairs = query ? query.split('&').map((pair) => pair.split('=')) : []
  return { route: path.slice(1), $taroParams: Object.fromEntries(pairs) }
}

const taro = {
  getCurrentPages: () => [...stack],
  navigateTo: async (to: { url: string }) => void stack.push(pageOf(to)),
  redirectTo: async (to: { url: string }) => void stack.splice(-1, 1, pageOf(to)),
  switchTab: async (to: { url: string }) => void stack.splice(0, stack.length, pageOf(to)),
  navigateBack: async ({ delta = 1 } = {}) => void stack.splice(Math.max(1, stack.length - delta)),
  getStorageSync: (key: string): unknown => {
    const text = kept.get(key)
    return text === undefined ? '' : JSON.parse(text)
  },
  setStorageSync: (key: string, value: unknown): void => void kept.set(key, JSON.stringify(value)),
  removeStorageSync: (key: string): void => void kept.delete(key),
  clearStorageSync: (): void => kept.clear(),
}

export default taro
