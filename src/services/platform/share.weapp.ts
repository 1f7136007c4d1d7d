import { useShareAppMessage } from '@tarojs/taro'
import type { Shared } from './share.h5'

export type { Shared } from './share.h5'

/**
 * What a chat is sent from this page, by WeChat's menu or by `ShareButton`; the page's config needs
 * `enableShareAppMessage`. Without it WeChat passes the page on to nobody: so it is for what everybody may read.
 * It brings its domain's `shared.png`: WeChat would take a picture of the screen, and with it what is the sender's own.
 * @param shared null while the page does not know yet: the front door
 */
export const useShare = (shared: Shared | null): void =>
  useShareAppMessage(() =>
    shared
      ? { ...shared, imageUrl: `${domainOf(shared.path)}/shared.png` }
      : { title: '近邻', path: '/pages/home/index' },
  )

/** /features/meetings/meeting?id=… → /features/meetings */
const domainOf = (path: string): string => path.split('/').slice(0, 3).join('/')
