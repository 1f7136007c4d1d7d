export default definePageConfig({
  navigationBarTitleText: '任职',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
