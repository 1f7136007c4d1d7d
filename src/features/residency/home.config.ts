export default definePageConfig({
  navigationBarTitleText: '我的住址',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
