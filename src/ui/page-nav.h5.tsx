import { View } from '@tarojs/components'
import { back } from '@/services/go'
import { headingProps, partProps } from './aria'
import { Icon } from './icon'
import { Tappable } from './tappable'

export interface PageNavProps {
  title: string
  tab: boolean
  refresh?: (() => Promise<void>) | undefined
}

/** The bar at the top that WeChat would draw. Refresh is a button: a mouse cannot pull. */
export const PageNav = ({ title, tab, refresh }: PageNavProps) => (
  <View className="page-nav" {...partProps('banner')}>
    {!tab && (
      <Tappable className="page-nav-tool page-nav-back" label="返回" onTap={back}>
        <Icon name="chevron-left" />
      </Tappable>
    )}
    <View {...headingProps}>{title}</View>
    {refresh && (
      <Tappable className="page-nav-tool page-nav-refresh" label="刷新" onTap={() => void refresh()}>
        <Icon name="refresh-cw" size="s" />
      </Tappable>
    )}
  </View>
)
