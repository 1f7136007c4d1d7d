export default definePageConfig({
  navigationBarTitleText: '住户核验',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
