import { useEffect, type PropsWithChildren, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { arrived } from '@/services/go'
import { isDark, rootClass, usePrefs } from '@/services/prefs'
import { paintRoot } from '@/services/platform/look'
import { usePullRefresh } from '@/services/platform/pull-refresh'
import { refreshMe } from '@/services/session'
import { partProps } from './aria'
import { PageNav } from './page-nav'
import { PageTabs } from './page-tabs'
import { PrivacyDialog } from './privacy-dialog'
import { ProxyBar } from './proxy-bar'
import { Toaster } from './toaster'
import './page.css'

type Props = PropsWithChildren<{
  /** In the bar at the top; on WeChat also in the page's config file. */
  title: string
  /** One of the tabs: no way back, the bar of tabs below. */
  tab?: boolean
  /** Fetches again when the person pulls down or taps refresh. */
  refresh?: (() => Promise<void>) | undefined
  /** Buttons that stay at the bottom. */
  footer?: ReactNode
  /** Up to 1200 px instead of 640: work at a desk. */
  wide?: boolean
}>

/** The frame of every page: mode and theme, the bar at the top, room for what stays at the bottom, messages. */
export const Page = ({ title, tab = false, refresh, footer, wide = false, children }: Props) => {
  const prefs = usePrefs()
  const classes = rootClass(prefs)
  const dark = isDark(prefs)
  usePullRefresh(refresh)
  // WeChat paints the bar of one page at a time: each page paints its own when it shows.
  useDidShow(() => {
    paintRoot(classes, dark)
    arrived()
    if (tab) refreshMe()
  })
  useEffect(() => paintRoot(classes, dark), [classes, dark])
  return (
    <View className={`page ${classes}`}>
      <PageNav title={title} tab={tab} refresh={refresh} />
      <ProxyBar />
      <View className={`page-body ${wide ? 'page-wide' : ''}`} {...partProps('main')}>
        {children}
      </View>
      {tab && <View className="page-end-tabs" />}
      {footer ? <View className="page-end-footer" /> : !tab && <View className="page-end" />}
      {footer && (
        <View
          className={`page-footer ${tab ? 'page-footer-tabs' : ''}`}
          {...partProps('region', '可以做的事')}
        >
          <View className={`page-footer-inside ${wide ? 'page-wide-footer' : ''}`}>{footer}</View>
        </View>
      )}
      {tab && <PageTabs />}
      <PrivacyDialog />
      <Toaster />
    </View>
  )
}
