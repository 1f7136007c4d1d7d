export default definePageConfig({
  navigationBarTitleText: '领取码',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
