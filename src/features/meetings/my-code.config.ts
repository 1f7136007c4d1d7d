export default definePageConfig({
  navigationBarTitleText: '我的签到码',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
