export default definePageConfig({
  navigationBarTitleText: '代办',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
