export default definePageConfig({
  navigationBarTitleText: '积分',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
