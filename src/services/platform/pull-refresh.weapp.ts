import Taro, { usePullDownRefresh } from '@tarojs/taro'

/** Runs when the person pulls the page down; the page's config file allows it. */
export const usePullRefresh = (refresh: (() => Promise<void>) | undefined): void =>
  usePullDownRefresh(() => {
    void Promise.resolve(refresh?.()).then(() => Taro.stopPullDownRefresh())
  })
