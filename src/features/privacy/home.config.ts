export default definePageConfig({
  navigationBarTitleText: '隐私',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
