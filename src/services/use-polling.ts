import { useEffect, useRef, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'

/** Milliseconds between two questions whether something happened at a counter or a door: soon enough there. */
const usualMs = 5000

/**
 * Fetches again and again while the page is on the screen and there is something to wait for; not while the answer
 * before is under way, which on a slow network would be put aside for the next one each time, and never be shown.
 */
export const usePolling = (reload: () => Promise<void>, waiting: boolean, everyMs = usualMs): void => {
  const [visible, setVisible] = useState(true)
  useDidShow(() => setVisible(true))
  useDidHide(() => setVisible(false))
  const pending = useRef(false)
  useEffect(() => {
    const ask = () => {
      if (pending.current) return
      pending.current = true
      void reload().finally(() => (pending.current = false))
    }
    if (!waiting || !visible) return undefined
    const timer = setInterval(ask, everyMs)
    return () => clearInterval(timer)
  }, [reload, waiting, visible, everyMs])
}
