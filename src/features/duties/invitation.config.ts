export default definePageConfig({
  navigationBarTitleText: '邀请',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
