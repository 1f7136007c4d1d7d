import Taro from '@tarojs/taro'
import type { Output } from '@contract/index'
import { collect } from '@/services/platform/privacy.weapp'
import { toast } from '@/services/toast'

type Files = Output<'privacy.openCopy'>['files']

export const handOverText = '复制下载地址'

/** WeChat opens no archive: the links go into the clipboard, for a browser. They work for ten minutes. */
export const handOver = async (files: Files): Promise<void> => {
  const data = files.map(({ url }) => encodeURI(url)).join('\n')
  const copied = await collect('copy', () => Taro.setClipboardData({ data }))
  if (copied) toast('地址复制好了，10 分钟内在浏览器里打开')
}
