export default definePageConfig({
  navigationBarTitleText: '诉求进展',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
