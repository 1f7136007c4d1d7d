import Taro from '@tarojs/taro'

/** Where a guest signs in: in the demo by choosing a persona; in WeChat everybody is signed in by WeChat. */
export const canSignIn = __DEMO__

export const openSignIn = (): void => {
  if (__DEMO__) void Taro.navigateTo({ url: '/features/demo/sign-in' })
}
