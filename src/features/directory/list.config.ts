export default definePageConfig({
  navigationBarTitleText: '便民电话',
  enableShareAppMessage: true,
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
