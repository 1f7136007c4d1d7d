export default definePageConfig({
  navigationBarTitleText: '建议和答复',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
