/** The web build has a refresh button instead (page-nav.h5.tsx). */
export const usePullRefresh = (_refresh: (() => Promise<void>) | undefined): void => undefined
