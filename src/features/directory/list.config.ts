export default definePageConfig({
  navigationBarTitleText: '便民电话',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
