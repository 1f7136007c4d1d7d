export default definePageConfig({
  navigationBarTitleText: '电脑登录',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
