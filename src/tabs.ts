/** A tab of the bar at the bottom. `page` has no leading slash; WeChat wants all of them in the main package. */
export interface Tab {
  page: string
  text: string
  icon: 'house' | 'coins' | 'clipboard-list' | 'user-round'
  /** Drawn only for people who hold a duty. */
  dutyOnly: boolean
}

/** All tabs, in their order. Elder mode draws the first and the last (and 工作 for those who have it). */
export const tabs: readonly Tab[] = [
  { page: 'pages/home/index', text: '首页', icon: 'house', dutyOnly: false },
  { page: 'pages/points/index', text: '积分', icon: 'coins', dutyOnly: false },
  { page: 'pages/staff/index', text: '工作', icon: 'clipboard-list', dutyOnly: true },
  { page: 'pages/me/index', text: '我的', icon: 'user-round', dutyOnly: false },
]
