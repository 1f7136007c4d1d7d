export default definePageConfig({
  navigationBarTitleText: '办理诉求',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
