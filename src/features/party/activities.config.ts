export default definePageConfig({
  navigationBarTitleText: '城市党建日活动',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
