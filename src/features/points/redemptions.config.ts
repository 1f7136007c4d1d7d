export default definePageConfig({
  navigationBarTitleText: '我的兑换',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
