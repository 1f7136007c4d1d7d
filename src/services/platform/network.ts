import Taro from '@tarojs/taro'
import { create } from 'zustand'

/** Whether the device believes to have a network. */
export const useNetwork = create<{ online: boolean }>(() => ({ online: true }))

const listeners = new Set<() => void>()

/** Starts to watch the network; once, when the app starts. */
export const watchNetwork = (): void => {
  Taro.getNetworkType()
    .then(({ networkType }) => useNetwork.setState({ online: networkType !== 'none' }))
    .catch(() => undefined)
  Taro.onNetworkStatusChange(({ isConnected }) => {
    const wasOnline = useNetwork.getState().online
    useNetwork.setState({ online: isConnected })
    if (isConnected && !wasOnline) listeners.forEach((listener) => listener())
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
