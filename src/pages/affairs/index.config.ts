export default definePageConfig({
  navigationBarTitleText: '诉求',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
