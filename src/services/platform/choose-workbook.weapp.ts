import Taro from '@tarojs/taro'
import { limits } from '@contract/limits'
import type { Picked } from './picked'
import { collect } from './privacy.weapp'

/** Lets the person choose an xlsx workbook from a chat, of at most `limits.imports.fileBytes`. */
export const chooseWorkbook = async (): Promise<Picked> => {
  const chosen = await collect('file', () =>
    Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] }),
  )
  const file = chosen?.tempFiles[0]
  if (!file) return { kind: 'cancelled' }
  if (file.size > limits.imports.fileBytes) return { kind: 'too-large' }
  try {
    const base64 = String(Taro.getFileSystemManager().readFileSync(file.path, 'base64'))
    return { kind: 'picked', base64, name: file.name }
  } catch {
    return { kind: 'unreadable' }
  }
}
