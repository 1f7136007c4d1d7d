import Taro from '@tarojs/taro'

const listeners = new Set<() => void>()
let online = true

/** Starts to watch the network; once, when the app starts. */
export const watchNetwork = (): void => {
  Taro.getNetworkType()
    .then(({ networkType }) => void (online = networkType !== 'none'))
    .catch(() => undefined)
  Taro.onNetworkStatusChange(({ isConnected }) => {
    const isBack = isConnected && !online
    online = isConnected
    if (isBack) listeners.forEach((listener) => listener())
  })
}

/**
 * Tells when the network is back.
 * @returns stops telling
 */
export const onNetworkBack = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
