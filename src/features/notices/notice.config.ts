export default definePageConfig({
  navigationBarTitleText: '公示和通知',
  enableShareAppMessage: true,
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
