import { View } from '@tarojs/components'
import { rootClass, usePrefs } from '@/services/prefs'
import { TabBar } from '@/ui/tab-bar'

/** WeChat mounts this once for every tab page. */
const CustomTabBar = () => (
  <View className={rootClass(usePrefs())}>
    <TabBar />
  </View>
)

export default CustomTabBar
