export default definePageConfig({
  navigationBarTitleText: '恳谈日',
  enableShareAppMessage: true,
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
