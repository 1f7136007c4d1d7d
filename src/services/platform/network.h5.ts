/** The browser watches by itself. */
export const watchNetwork = (): void => undefined

/**
 * Tells when the network is back. Taro's own watch sees nothing on a computer, where browsers do not tell the
 * kind of connection.
 * @returns stops telling
 */
export const onNetworkBack = (listener: () => void): (() => void) => {
  window.addEventListener('online', listener)
  return () => window.removeEventListener('online', listener)
}
