import { useEffect, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'

/** The device's time in milliseconds, anew each second while the page is on the screen. */
export const useSecondTicks = (): number => {
  const [now, setNow] = useState(() => Date.now())
  const [visible, setVisible] = useState(true)
  useDidShow(() => setVisible(true))
  useDidHide(() => setVisible(false))
  useEffect(() => {
    if (!visible) return undefined
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [visible])
  return now
}
