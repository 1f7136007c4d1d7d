import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { rootClass, usePrefs } from '@/services/prefs'
import { TabBar } from '@/ui/tab-bar'

/** WeChat mounts one of these on every tab page, while that page is the one on top. */
const CustomTabBar = () => {
  const [current] = useState(() => Taro.getCurrentPages().at(-1)?.route ?? '')
  return (
    <View className={rootClass(usePrefs())}>
      <TabBar current={current} />
    </View>
  )
}

export default CustomTabBar
