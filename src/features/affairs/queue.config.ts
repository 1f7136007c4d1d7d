export default definePageConfig({
  navigationBarTitleText: '诉求办理',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
