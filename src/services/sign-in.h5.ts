import Taro from '@tarojs/taro'
import { signOut, useSession } from './session'
import { perform } from './use-action'

/** Where a guest signs in: in the demo by choosing a persona; in WeChat everybody is signed in by WeChat. */
export const canSignIn = __DEMO__

export const openSignIn = (): void => {
  if (__DEMO__) void Taro.navigateTo({ url: '/features/demo/sign-in' })
}

/** Where staff sign a browser in with their phone. */
export const openDeskSignIn: (() => void) | null = () =>
  void Taro.navigateTo({ url: '/features/desk/sign-in' })

/** Whoever leaves a desk ends it as well: its token is worth nothing then, wherever it lies. */
export const leave = async (): Promise<void> => {
  if (useSession.getState().me?.deskUntil) await perform('desk.end', { deskId: null })
  signOut()
}
