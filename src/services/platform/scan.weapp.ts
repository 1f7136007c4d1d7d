import Taro from '@tarojs/taro'
import { sayRefusal } from './refused'

export const canScan = true

/** @returns what the code holds; null when the person gave up */
export const scanCode = async (): Promise<string | null> => {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] })
    return result
  } catch (refusal) {
    sayRefusal(refusal)
    return null
  }
}
