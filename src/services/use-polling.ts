import { useEffect, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'

/** Milliseconds between two questions whether something happened at a counter or a door: soon enough there. */
const usualMs = 5000

/** Fetches again and again while the page is on the screen and there is something to wait for. */
export const usePolling = (reload: () => Promise<void>, waiting: boolean, everyMs = usualMs): void => {
  const [visible, setVisible] = useState(true)
  useDidShow(() => setVisible(true))
  useDidHide(() => setVisible(false))
  useEffect(() => {
    if (!waiting || !visible) return undefined
    const timer = setInterval(() => void reload(), everyMs)
    return () => clearInterval(timer)
  }, [reload, waiting, visible, everyMs])
}
