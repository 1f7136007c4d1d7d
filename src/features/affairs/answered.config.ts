export default definePageConfig({
  navigationBarTitleText: '建议和答复',
  enableShareAppMessage: true,
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
