import type { PropsWithChildren } from 'react'
import { useDidShow, useLaunch } from '@tarojs/taro'
import { startCloud } from './services/platform/cloud'
import { watchNetwork } from './services/platform/network'
import { watchPageCode } from './services/platform/page-code'
import { watchUpdates } from './services/platform/update'
import { startLook } from './services/prefs'
import { refreshMe, startSession } from './services/session'
import './ui/tokens.css'
import './ui/base.css'

// Before the first paint, so that nobody who wants it dark is dazzled.
startLook()

/** The frame of all pages; Taro mounts them as its children. */
const App = ({ children }: PropsWithChildren) => {
  useLaunch(() => {
    startCloud()
    watchNetwork()
    watchPageCode()
    watchUpdates()
    startSession()
  })
  useDidShow(refreshMe)
  return children
}

export default App
