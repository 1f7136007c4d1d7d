export default definePageConfig({
  navigationBarTitleText: '代办记录',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
