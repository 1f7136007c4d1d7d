import { useShareAppMessage } from '@tarojs/taro'
import type { Shared } from './share.h5'

export type { Shared } from './share.h5'

/**
 * What a chat is sent from this page, by WeChat's menu or by `ShareButton`; the page's config needs
 * `enableShareAppMessage`. Without it WeChat passes the page on to nobody: so it is for what everybody may read.
 * @param shared null while the page does not know yet: the front door
 */
export const useShare = (shared: Shared | null): void =>
  useShareAppMessage(() => shared ?? { title: '近邻', path: '/pages/home/index' })
