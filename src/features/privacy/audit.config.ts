export default definePageConfig({
  navigationBarTitleText: '操作记录',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
