import Taro from '@tarojs/taro'

/**
 * Offers a new version as soon as WeChat has fetched it; by itself WeChat begins it only with the start after next, and
 * until then the old one speaks with newer functions. Somebody may be in the middle of writing: it is never begun unasked.
 */
export const watchUpdates = (): void => {
  const manager = Taro.getUpdateManager()
  manager.onUpdateReady(() => {
    void Taro.showModal({
      title: '近邻有新版本',
      content: '更新只要几秒钟。手头有没写完的，可以写完再更新。',
      confirmText: '现在更新',
      cancelText: '等一会儿',
    }).then(({ confirm }) => confirm && manager.applyUpdate())
  })
}
