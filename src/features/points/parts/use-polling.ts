import { useEffect, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'

/** Milliseconds between two questions whether the goods were handed over: soon enough at the counter. */
const everyMs = 5000

/** Fetches again and again while the page is on the screen and there is something to wait for. */
export const usePolling = (reload: () => Promise<void>, waiting: boolean): void => {
  const [visible, setVisible] = useState(true)
  useDidShow(() => setVisible(true))
  useDidHide(() => setVisible(false))
  useEffect(() => {
    if (!waiting || !visible) return undefined
    const timer = setInterval(() => void reload(), everyMs)
    return () => clearInterval(timer)
  }, [reload, waiting, visible])
}
