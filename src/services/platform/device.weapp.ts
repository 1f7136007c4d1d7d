import Taro from '@tarojs/taro'

/** Opens the telephone with the number. */
export const makeCall = (phone: string): void =>
  void Taro.makePhoneCall({ phoneNumber: phone.replace(/[^\d+]/g, '') }).catch(() => undefined)

/** A short buzz, where the device can. */
export const buzz = (): void => void Taro.vibrateShort({ type: 'medium' }).catch(() => undefined)
