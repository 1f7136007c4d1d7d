import { useRouter } from '@tarojs/taro'
import { TabBar } from './tab-bar'

/** The web router has no custom bar of tabs: each tab page draws it. */
export const PageTabs = () => <TabBar current={useRouter().path.replace(/^\/|\?.*$/g, '')} />
