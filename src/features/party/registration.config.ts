export default definePageConfig({
  navigationBarTitleText: '党员双报到',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
