import Taro from '@tarojs/taro'

/** Connects to the environment that belongs to the mini program. */
export const startCloud = (): void => Taro.cloud.init({ traceUser: false })
