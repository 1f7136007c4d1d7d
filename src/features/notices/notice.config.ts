export default definePageConfig({
  navigationBarTitleText: '公示和通知',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
