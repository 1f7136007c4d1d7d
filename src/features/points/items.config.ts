export default definePageConfig({
  navigationBarTitleText: '积分商品',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
