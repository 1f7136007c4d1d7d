import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'

/** px of window width from which a page has room for two columns. */
export const wideFrom = 900

/** Whether the window has room for two columns; follows it when it changes. */
export const useWide = (): boolean => {
  const [wide, setWide] = useState(isWide)
  useEffect(() => {
    const look = () => setWide(isWide())
    Taro.onWindowResize(look)
    return () => Taro.offWindowResize(look)
  }, [])
  return wide
}

const isWide = () => Taro.getWindowInfo().windowWidth >= wideFrom
