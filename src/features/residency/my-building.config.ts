export default definePageConfig({
  navigationBarTitleText: '我的楼',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
