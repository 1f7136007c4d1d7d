export default definePageConfig({
  navigationBarTitleText: '服务记录',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
