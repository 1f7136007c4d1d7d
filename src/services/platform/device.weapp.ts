import Taro from '@tarojs/taro'

/** Opens the telephone with the number. */
export const makeCall = (phone: string): void =>
  void Taro.makePhoneCall({ phoneNumber: phone.replace(/[^\d+]/g, '') }).catch(() => undefined)

/** @returns whether it worked */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await Taro.setClipboardData({ data: text })
    return true
  } catch {
    return false
  }
}

/** A short buzz, where the device can. */
export const buzz = (): void => void Taro.vibrateShort({ type: 'medium' }).catch(() => undefined)
