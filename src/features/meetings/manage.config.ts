export default definePageConfig({
  navigationBarTitleText: '恳谈日管理',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
