export default definePageConfig({
  navigationBarTitleText: '纸条码',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
