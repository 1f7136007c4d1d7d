import { create } from 'zustand'

/** How many messages wait to be read, as last heard; null before anything was heard. */
export const useUnread = create<{ count: number | null }>(() => ({ count: null }))

/** Any answer that carries the count keeps it here, so that every page shows the same. */
export const setUnread = (count: number): void => useUnread.setState({ count })

/** Another person uses this device from now on. */
export const forgetUnread = (): void => useUnread.setState({ count: null })
