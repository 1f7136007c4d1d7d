/** A tab of the bar at the bottom. `page` has no leading slash; WeChat wants all of them in the main package. */
export interface Tab {
  page: string
  text: string
  icon: 'house' | 'message-square-text' | 'coins' | 'clipboard-list' | 'user-round'
  /** Drawn only for people who hold a duty. */
  dutyOnly: boolean
  /** The elder home has an entry for it: elder mode does without this tab. */
  onElderHome: boolean
}

/** All tabs, in their order. */
export const tabs: readonly Tab[] = [
  { page: 'pages/home/index', text: '首页', icon: 'house', dutyOnly: false, onElderHome: false },
  {
    page: 'pages/affairs/index',
    text: '诉求',
    icon: 'message-square-text',
    dutyOnly: false,
    onElderHome: true,
  },
  { page: 'pages/points/index', text: '积分', icon: 'coins', dutyOnly: false, onElderHome: true },
  { page: 'pages/staff/index', text: '工作', icon: 'clipboard-list', dutyOnly: true, onElderHome: false },
  { page: 'pages/me/index', text: '我的', icon: 'user-round', dutyOnly: false, onElderHome: false },
]
