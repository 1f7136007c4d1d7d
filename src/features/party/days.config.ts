export default definePageConfig({
  navigationBarTitleText: '城市党建日',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
