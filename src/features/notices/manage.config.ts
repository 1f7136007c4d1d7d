export default definePageConfig({
  navigationBarTitleText: '公示通知管理',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
