export default definePageConfig({
  navigationBarTitleText: '代办异议',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
