export default definePageConfig({
  navigationBarTitleText: '恳谈日',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
