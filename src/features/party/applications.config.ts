export default definePageConfig({
  navigationBarTitleText: '报到核对',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
